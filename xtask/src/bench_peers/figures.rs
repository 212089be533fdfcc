//! The arithmetic of a comparison: medians, ratios of pairs, how a figure is written.

/// The middle of the values; of two middles, their mean. Nothing for no value.
pub(super) fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().checked_sub(1)?;
    Some(f64::midpoint(sorted[last / 2], sorted[last - last / 2]))
}

/// The median over pairs of (ours, theirs) of how many times ours the other takes.
pub(super) fn ratio(pairs: &[(f64, f64)]) -> Option<f64> {
    let ratios: Vec<f64> = pairs.iter().map(|(ours, theirs)| theirs / ours).collect();
    median(&ratios)
}

/// How often a pair is measured within the seconds there are: an odd count from 3 to 41.
pub(super) fn rounds(pair_seconds: f64, available_seconds: f64) -> u32 {
    let fitting = (available_seconds / pair_seconds.max(1e-6)).clamp(3.0, 41.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 3..=41 above"
    )]
    let count = fitting as u32;
    count - (count + 1) % 2
}

/// Three digits or so: `0.0451`, `4.51`, `45.1`, `451`, `4,510`.
pub(super) fn plain(value: f64) -> String {
    match value {
        value if value < 0.1 => format!("{value:.4}"),
        value if value < 10.0 => format!("{value:.2}"),
        value if value < 100.0 => format!("{value:.1}"),
        value => with_commas(value),
    }
}

/// `12,346`.
fn with_commas(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut written = String::new();
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

/// `1.2e-6`.
pub(super) fn small(value: f64) -> String {
    format!("{value:.1e}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_the_mean_of_two() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), Some(2.5));
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn a_ratio_is_taken_pair_by_pair() {
        // A pause that slows both of one pair does not count; medians taken apart would say 2.
        assert_eq!(ratio(&[(1.0, 10.0), (5.0, 50.0), (7.0, 70.0)]), Some(10.0));
        assert_eq!(ratio(&[(1.0, 2.0), (1.0, 3.0), (1.0, 100.0)]), Some(3.0));
        assert_eq!(ratio(&[]), None);
    }

    #[test]
    fn rounds_are_odd_and_within_their_limits() {
        assert_eq!(rounds(1e-3, 8.0), 41);
        assert_eq!(rounds(1.0, 8.0), 7);
        assert_eq!(rounds(100.0, 8.0), 3);
        assert_eq!(rounds(0.0, 0.0), 3);
    }

    #[test]
    fn figures_are_written_short() {
        let written = [0.00041, 0.54, 4.512, 45.12, 451.2, 45_123.4, 1_000_000.0].map(plain);
        assert_eq!(
            written,
            ["0.0004", "0.54", "4.51", "45.1", "451", "45,123", "1,000,000"]
        );
        assert_eq!(small(1.234e-6), "1.2e-6");
    }
}
