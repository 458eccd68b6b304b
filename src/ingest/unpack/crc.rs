//! The checksum of gzip and zip, by tables that are made when they are first needed: flate2's own stand ready-made in the
//! program, 16 KB of the page that nothing compresses.

use std::sync::OnceLock;

/// Row by row, what a byte does that many places before the end.
type Rows = [[u32; 256]; 8];

static ROWS: OnceLock<Rows> = OnceLock::new();

/// The checksum of bytes that come after those with that checksum; 0 is that of none.
pub fn crc(before: u32, bytes: &[u8]) -> u32 {
    let [r0, r1, r2, r3, r4, r5, r6, r7] = ROWS.get_or_init(rows);
    let (eights, rest) = bytes.as_chunks::<8>();
    let mut crc = !before;
    for [a, b, c, d, e, f, g, h] in eights {
        let low = crc ^ u32::from_le_bytes([*a, *b, *c, *d]);
        let high = u32::from_le_bytes([*e, *f, *g, *h]);
        crc = entry(r7, low) ^ entry(r6, low >> 8) ^ entry(r5, low >> 16) ^ entry(r4, low >> 24);
        crc ^= entry(r3, high) ^ entry(r2, high >> 8) ^ entry(r1, high >> 16) ^ entry(r0, high >> 24);
    }
    for byte in rest {
        crc = crc >> 8 ^ entry(r0, crc ^ u32::from(*byte));
    }
    !crc
}

fn rows() -> Rows {
    let mut rows = [[0; 256]; 8];
    let [first, rest @ ..] = &mut rows;
    for (slot, byte) in first.iter_mut().zip(0_u32..) {
        *slot = (0..8).fold(byte, |value, _| if value & 1 == 1 { value >> 1 ^ 0xEDB8_8320 } else { value >> 1 });
    }
    let mut before = *first;
    for row in rest {
        for (slot, value) in row.iter_mut().zip(before) {
            *slot = value >> 8 ^ entry(first, value);
        }
        before = *row;
    }
    rows
}

/// The entry for the lowest byte of a value.
fn entry(row: &[u32; 256], value: u32) -> u32 {
    row.get((value & 0xFF) as usize).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sums_like_flate2_however_the_bytes_are_cut(bytes in proptest::collection::vec(any::<u8>(), 0..200), at in any::<prop::sample::Index>()) {
            let mut theirs = flate2::Crc::new();
            theirs.update(&bytes);
            let (first, second) = bytes.split_at(at.index(bytes.len() + 1));
            prop_assert_eq!(crc(crc(0, first), second), theirs.sum());
        }
    }
}
