//! Where grams stand → where one of them may stand.
//!
//! In: the words of long secrets. Out: for a gram, the few places at which it or one like it begins. Every fourth
//! gram is known; whoever asks makes sure of it word by word.

use super::runs::{GRAM, STEP, gram};

/// Where in the words of long secrets a gram stands: those with the same first bits are beside each other.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Places {
    /// Where those with the same first bits end.
    ends: Vec<u32>,
    all: Vec<u32>,
    shift: u32,
}

/// About so many places have the same first bits of their grams.
const BESIDE: usize = 4;

impl Places {
    /// Of every fourth gram of these words.
    pub(super) fn of(words: &[u32]) -> Self {
        let every = || words.windows(GRAM).enumerate().step_by(STEP);
        let firsts = (every().len() / BESIDE).next_power_of_two().max(2);
        let mut places = Places {
            ends: vec![0; firsts],
            all: vec![0; every().len()],
            shift: 64 - firsts.trailing_zeros(),
        };
        // Counted first, each goes where those before it end, without a search for its place.
        let firsts: Vec<u32> = every().map(|(_, words)| places.first_bits(gram(words)) as u32).collect();
        for first in &firsts {
            places.ends[*first as usize] += 1;
        }
        let mut end = 0;
        for count in &mut places.ends {
            end += std::mem::replace(count, end);
        }
        for ((at, _), first) in every().zip(&firsts) {
            let end = &mut places.ends[*first as usize];
            places.all[*end as usize] = at as u32;
            *end += 1;
        }
        places
    }

    /// Where a gram may stand.
    pub(super) fn of_gram(&self, gram: u64) -> &[u32] {
        let first = self.first_bits(gram);
        let start =
            first.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        let end = self.ends.get(first).map_or(0, |end| *end as usize);
        self.all.get(start..end).unwrap_or_default()
    }

    fn first_bits(&self, gram: u64) -> usize {
        gram.wrapping_mul(0x9E37_79B9_7F4A_7C15).checked_shr(self.shift).unwrap_or(0) as usize
    }
}
