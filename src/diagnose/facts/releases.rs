//! When each minor release of Kubernetes stopped, or will stop, getting fixes.
//! Source: kubernetes/website `data/releases/eol.yaml` (1.2 to 1.31) and the release pages of 1.33 to 1.37; 1.32 from the same
//! policy of 14 months. Dates of releases still supported on the table's own date are the announced ones.

/// The day on which the table was true.
pub const AS_OF: &str = "2026-09-15";

/// Minor release and end of life, ISO dates, newest first.
pub const END_OF_LIFE: &[(u32, &str)] = &[
    (37, "2027-10-28"),
    (36, "2027-06-28"),
    (35, "2027-02-28"),
    (34, "2026-10-27"),
    (33, "2026-06-28"),
    (32, "2026-02-28"),
    (31, "2025-11-11"),
    (30, "2025-07-15"),
    (29, "2025-02-28"),
    (28, "2024-10-22"),
    (27, "2024-07-16"),
    (26, "2024-02-28"),
    (25, "2023-10-28"),
    (24, "2023-07-28"),
    (23, "2023-02-28"),
    (22, "2022-12-08"),
    (21, "2022-06-28"),
    (20, "2022-02-28"),
    (19, "2021-10-28"),
    (18, "2021-06-18"),
    (17, "2021-01-13"),
    (16, "2020-09-02"),
    (15, "2020-05-06"),
    (14, "2019-12-11"),
    (13, "2019-10-15"),
    (12, "2019-07-08"),
    (11, "2019-05-01"),
    (10, "2019-02-13"),
    (9, "2018-09-29"),
    (8, "2018-07-12"),
    (7, "2018-04-04"),
    (6, "2017-11-23"),
    (5, "2017-10-01"),
    (4, "2017-04-21"),
    (3, "2016-11-01"),
    (2, "2016-10-23"),
];

/// End of life of `v1.25.16` or `1.25`; `None` for releases the table does not hold.
pub fn end_of_life(version: &str) -> Option<&'static str> {
    let minor = minor(version)?;
    END_OF_LIFE.iter().find(|(it, _)| *it == minor).map(|(_, date)| *date)
}

/// The minor number of a 1.x version.
pub fn minor(version: &str) -> Option<u32> {
    version.trim_start_matches('v').strip_prefix("1.")?.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_by_version() {
        assert_eq!(end_of_life("v1.25.16"), Some("2023-10-28"));
        assert_eq!(end_of_life("v1.999.0"), None);
        assert_eq!(end_of_life("latest"), None);
        assert!(END_OF_LIFE.windows(2).all(|pair| pair[0].0 > pair[1].0 && pair[0].1 > pair[1].1), "newest first");
    }
}
