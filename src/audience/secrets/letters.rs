//! A text → where in it letters and digits stand, and where its reader has to stop.
//!
//! In: a text, and which bytes of ASCII its reader has to look at. Out: three bits a byte, made for 64
//! bytes at a time and without a branch: every file is read to the last byte, so that this is most of
//! what a scan costs. It knows neither words nor formats.

use wide::u8x16;

/// Which bytes of a text are letters and digits of ASCII, which are to be looked at, and which in a tag: three
/// bits for each of 64 bytes.
#[derive(Debug, Default)]
pub struct Letters(Vec<[u64; 3]>);

impl Letters {
    /// Looks at a text, in the room that another took. These bytes are to be looked at, and what is not ASCII.
    pub fn read<const N: usize>(&mut self, bytes: &[u8], stops: [u8; N]) {
        self.read_tags(bytes, stops, []);
    }

    /// The same, where others are to be looked at in a tag beside these.
    pub fn read_tags<const N: usize, const M: usize>(
        &mut self,
        bytes: &[u8],
        stops: [u8; N],
        in_tags: [u8; M],
    ) {
        let (whole, rest) = bytes.as_chunks::<64>();
        let mut last = [0; 64];
        last.iter_mut().zip(rest).for_each(|(to, byte)| *to = *byte);
        self.0.clear();
        self.0.reserve(whole.len() + 2);
        let (stops, in_tags) = (stops.map(u8x16::splat), in_tags.map(u8x16::splat));
        for block in whole {
            self.0.push(bits(block, &stops, &in_tags));
        }
        self.0.push(bits(&last, &stops, &in_tags));
        // One more, so that 64 bits can be seen from every byte on.
        self.0.push([0; 3]);
    }

    /// Of the 64 bytes from a place on, the first in the lowest bit: which are letters and digits, and which
    /// are to be looked at.
    #[inline]
    pub fn at(&self, at: usize) -> (u64, u64) {
        (self.seen::<0>(at), self.seen::<1>(at))
    }

    /// Of the same 64 bytes: which are to be looked at in a tag.
    #[inline]
    pub fn in_tag(&self, at: usize) -> u64 {
        self.seen::<2>(at)
    }

    #[inline]
    fn seen<const BIT: usize>(&self, at: usize) -> u64 {
        let Some([one, two]) = self.0.get(at / 64..).and_then(<[_]>::first_chunk) else { return 0 };
        // Two shifts, as one by all 64 bits would leave what it should take.
        one[BIT] >> (at % 64) | two[BIT] << 1 << (63 - at % 64)
    }

    /// How many letters and digits stand in a row from a place on.
    pub fn word(&self, at: usize) -> usize {
        let mut end = at;
        loop {
            let length = (!self.at(end).0).trailing_zeros() as usize;
            end += length;
            if length < 64 {
                return end - at;
            }
        }
    }
}

/// Three bits a byte. Each of the three is kept by itself, as a list of them would be written to memory and read
/// from there again for every sixteen bytes.
#[inline(always)]
fn bits<const N: usize, const M: usize>(
    block: &[u8; 64],
    stops: &[u8x16; N],
    in_tags: &[u8x16; M],
) -> [u64; 3] {
    let (mut letters, mut looked_at, mut in_tag) = (0, 0, 0);
    for bytes in block.as_chunks::<16>().0.iter().rev() {
        let bytes = u8x16::new(*bytes);
        let is_within = |bytes: u8x16, last: u8| bytes.min(u8x16::splat(last)).simd_eq(bytes);
        let is_letter = is_within((bytes | u8x16::splat(0x20)) - u8x16::splat(b'a'), 25)
            | is_within(bytes - u8x16::splat(b'0'), 9);
        // The bit that tells is the highest, which is set where a byte is no ASCII.
        let is_stop = stops.iter().fold(bytes, |all, stop| all | bytes.simd_eq(*stop));
        let is_in_tag = in_tags.iter().fold(is_stop, |all, stop| all | bytes.simd_eq(*stop));
        letters = letters << 16 | u64::from(is_letter.to_bitmask());
        looked_at = looked_at << 16 | u64::from(is_stop.to_bitmask());
        in_tag = in_tag << 16 | u64::from(is_in_tag.to_bitmask());
    }
    [letters, looked_at, in_tag]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_stops_are_seen_from_every_byte_on() {
        let text = format!("a<1 é{}Z&", " ".repeat(60));
        let mut letters = Letters::default();
        letters.read_tags(text.as_bytes(), [b'<'], [b'&']);
        for at in 0..text.len() {
            let bytes = text.as_bytes().iter().skip(at).take(64).enumerate();
            let bits = |is: &dyn Fn(u8) -> bool| {
                bytes.clone().fold(0, |all, (n, byte)| all | u64::from(is(*byte)) << n)
            };
            assert_eq!(letters.at(at).0, bits(&|byte| byte.is_ascii_alphanumeric()), "{at}");
            assert_eq!(letters.at(at).1, bits(&|byte| matches!(byte, b'<' | 0x80..)), "{at}");
            assert_eq!(letters.in_tag(at), bits(&|byte| matches!(byte, b'<' | b'&' | 0x80..)), "{at}");
        }
        assert_eq!((letters.at(text.len()), letters.at(9999)), ((0, 0), (0, 0)));
        assert_eq!((letters.word(0), letters.word(1)), (1, 0));
    }
}
