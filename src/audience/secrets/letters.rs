//! A text → where in it letters and digits stand, and where its reader has to stop.
//!
//! In: a text, and which bytes of ASCII its reader has to look at. Out: two bits a byte, made for 64
//! bytes at a time and without a branch: every file is read to the last byte, so that this is most of
//! what a scan costs. It knows neither words nor formats.

/// Which bytes of a text are letters and digits of ASCII, and which are to be looked at: two bits for each
/// of 64 bytes.
#[derive(Debug, Default)]
pub struct Letters(Vec<(u64, u64)>);

impl Letters {
    /// Of a text. What is not ASCII is always to be looked at.
    pub fn of(text: &str, is_stop: impl Fn(u8) -> bool + Copy) -> Self {
        let mut letters = Letters::default();
        letters.read(text.as_bytes(), is_stop);
        letters
    }

    /// The same, in the room that another text took.
    pub(super) fn read(&mut self, bytes: &[u8], is_stop: impl Fn(u8) -> bool + Copy) {
        let (whole, rest) = bytes.as_chunks::<64>();
        let mut last = [0; 64];
        last.iter_mut().zip(rest).for_each(|(to, byte)| *to = *byte);
        self.0.clear();
        self.0.reserve(whole.len() + 2);
        let is_stop = |byte: u8| byte >= 0x80 || is_stop(byte);
        let of = |block: &[u8; 64]| (bits(block, is_letter), bits(block, is_stop));
        self.0.extend(whole.iter().chain([&last]).map(of));
        // One more, so that 64 bits can be seen from every byte on.
        self.0.push((0, 0));
    }

    /// Of the 64 bytes from a place on, the first in the lowest bit: which are letters and digits, and which
    /// are to be looked at.
    #[inline]
    pub fn at(&self, at: usize) -> (u64, u64) {
        let Some([one, two]) = self.0.get(at / 64..).and_then(<[_]>::first_chunk) else { return (0, 0) };
        // Two shifts, as one by all 64 bits would leave what it should take.
        let seen = |one: u64, two: u64| one >> (at % 64) | two << 1 << (63 - at % 64);
        (seen(one.0, two.0), seen(one.1, two.1))
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

fn is_letter(byte: u8) -> bool {
    (byte | 0x20).wrapping_sub(b'a') < 26 || byte.wrapping_sub(b'0') < 10
}

/// A bit a byte. Both steps are for vectors of bytes, which a compiler makes of the first by itself.
#[inline]
fn bits(block: &[u8; 64], is: impl Fn(u8) -> bool) -> u64 {
    let mut flags = [0_u8; 64];
    for at in 0..64 {
        flags[at] = u8::from(is(block[at]));
    }
    // Eight bytes of 0 or 1 times this are their bits side by side, in the highest byte.
    let gathered = |eight: &[u8; 8]| u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    flags.as_chunks::<8>().0.iter().rev().fold(0, |all, eight| all << 8 | gathered(eight))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_stops_are_seen_from_every_byte_on() {
        let text = format!("a<1 é{}Z&", " ".repeat(60));
        let letters = Letters::of(&text, |byte| matches!(byte, b'<' | b'&'));
        for at in 0..text.len() {
            let bytes = text.as_bytes().iter().skip(at).take(64).enumerate();
            let bits = |is: &dyn Fn(u8) -> bool| {
                bytes.clone().fold(0, |all, (n, byte)| all | u64::from(is(*byte)) << n)
            };
            assert_eq!(letters.at(at).0, bits(&|byte| byte.is_ascii_alphanumeric()), "{at}");
            assert_eq!(letters.at(at).1, bits(&|byte| matches!(byte, b'<' | b'&' | 0x80..)), "{at}");
        }
        assert_eq!((letters.at(text.len()), letters.at(9999)), ((0, 0), (0, 0)));
        assert_eq!((letters.word(0), letters.word(1)), (1, 0));
    }
}
