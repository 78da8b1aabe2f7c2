//! A stretch of a text that the edition says too → the words at its ends.
//!
//! In: where such a stretch begins. Out: the words that others may stand beside. No secret is within it; one
//! could only end with its first words or begin with its last.

use super::{NOTHING, WINDOW, Word, Words};
use crate::audience::secrets::Letters;
use crate::audience::secrets::alike::Way;
use crate::audience::secrets::verbatim::{Stretch, Verbatim};

impl Words {
    /// Reads on in a text up to what is to be looked at first; tells where that is, or the end. Of what the
    /// edition says word for word it reads the ends.
    #[inline]
    pub fn read_on(
        &mut self,
        text: &str,
        letters: &Letters,
        at: usize,
        verbatim: &Verbatim,
        way: Way,
    ) -> usize {
        let (bits, stops) = letters.at(at);
        if stops == 0 {
            return self.read_long(text, letters, at, verbatim, way);
        }
        let room = stops.trailing_zeros() as usize;
        if room > 0 {
            self.window(text.as_bytes(), at, bits, room);
        }
        at + room
    }

    fn read_long(
        &mut self,
        text: &str,
        letters: &Letters,
        mut at: usize,
        verbatim: &Verbatim,
        way: Way,
    ) -> usize {
        loop {
            let (bits, stops) = letters.at(at);
            let start = at + bits.trailing_zeros() as usize;
            // A stretch is longer than what these 96 bytes hold.
            let is_long = stops == 0 && bits != 0 && letters.at(start + Verbatim::LEAST - WINDOW).1 == 0;
            if !is_long || start > at + WINDOW / 2 {
                break;
            }
            self.ascii(text, letters, at..start);
            at = start;
            let Some(stretch) =
                self.is_apart().then(|| verbatim.at(text.as_bytes(), letters, at, way)).flatten()
            else {
                break;
            };
            at = self.stretch(text, letters, at, stretch);
        }
        self.up_to_stop(text, letters, at..text.len())
    }

    /// Reads the words at the ends of a stretch, and between them one that is no word, so that they do not
    /// stand beside each other; tells up to where, as what is no ASCII there is left to whoever reads on.
    fn stretch(&mut self, text: &str, letters: &Letters, at: usize, stretch: Stretch) -> usize {
        self.ascii(text, letters, at..stretch.head);
        self.all.push(Word { hash: u64::MAX, joint: self.joint, ..Word::default() });
        self.joint = NOTHING;
        self.ascii(text, letters, stretch.tail..stretch.end);
        stretch.end
    }

    /// Whether what comes next is no part of a word that is open, nor of an address.
    fn is_apart(&self) -> bool {
        self.open.length == 0 && !matches!(self.joint, b'-' | b'_' | b'/')
    }
}
