//! Quantities of resources, as the API writes them: `500m`, `2`, `8Gi`.

/// The quantity in thousandths; `None` for what is none, or too large to count.
/// Source: k8s.io/apimachinery `resource.Quantity`: binary suffixes are powers of 1024, decimal ones of 1000.
pub fn milli(text: &str) -> Option<i64> {
    let text = text.trim();
    let digits = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (number, suffix) = text.split_at_checked(digits)?;
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let factor: i64 = match suffix {
        "m" => 1,
        "" => 1000,
        "k" => 1_000_000,
        "M" => 1_000_000_000,
        "G" => 1_000_000_000_000,
        "T" => 1_000_000_000_000_000,
        "Ki" => 1000 << 10,
        "Mi" => 1000 << 20,
        "Gi" => 1000 << 30,
        "Ti" => 1000 << 40,
        _ => return None,
    };
    let mut value = whole.parse::<i64>().ok()?.checked_mul(factor)?;
    let mut scale = factor;
    for digit in fraction.chars().filter_map(|c| c.to_digit(10)) {
        scale /= 10;
        value = value.checked_add(i64::from(digit) * scale)?;
    }
    Some(value)
}

/// A quantity as people write it: `1500m` or `2` of CPU, `512Mi` of memory, a bare number of all else.
pub fn shown(resource: &str, milli: i64) -> String {
    let whole = milli / 1000;
    if resource.ends_with("memory") || resource.ends_with("storage") {
        if whole >= 10 << 30 { format!("{}Gi", whole >> 30) } else { format!("{}Mi", whole >> 20) }
    } else if milli % 1000 == 0 {
        whole.to_string()
    } else {
        format!("{milli}m")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_of_the_api() {
        for (text, value) in [
            ("500m", Some(500)),
            ("2", Some(2000)),
            ("1.5", Some(1500)),
            ("1Gi", Some(1_073_741_824_000)),
            ("1.5Gi", Some(1_610_612_736_000)),
            ("32876372Ki", Some(33_665_404_928_000)),
            ("100M", Some(100_000_000_000)),
            ("1e3", None),
            ("", None),
            ("9999999Ti", None),
            ("x", None),
        ] {
            assert_eq!(milli(text), value, "{text}");
        }
    }

    #[test]
    fn shown_as_written() {
        assert_eq!(shown("cpu", 1500), "1500m");
        assert_eq!(shown("requests.memory", 1_073_741_824_000), "1024Mi");
        assert_eq!(shown("nvidia.com/gpu", 2000), "2");
    }
}
