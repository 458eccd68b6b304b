//! Coordinates as text, by way of integers: the standard library's printer of floats is 20 KB of WebAssembly.

/// Rounded to tenths, without a zero at the end.
pub fn tenths(value: f32) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a coordinate is far below 2^27; one that were not would end there")]
    let tenths = (value * 10.0).round() as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

/// Rounded to hundredths, always with two digits after the point.
pub fn hundredths(value: f32) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a coordinate is far below 2^24; one that were not would end there")]
    let hundredths = (value * 100.0).round() as i32;
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    format!("{sign}{whole}.{rest:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_as_the_standard_library_does() {
        for step in -4_000..4_000_i16 {
            let value = f32::from(step) / 64.0 + 0.001;
            let rounded = (value * 10.0).round() / 10.0;
            assert_eq!(tenths(value), format!("{}", rounded + 0.0), "{value}");
            assert_eq!(hundredths(value), format!("{:.2}", (value * 100.0).round() / 100.0 + 0.0), "{value}");
        }
    }
}
