//! Means and shares with their intervals, when values come in blocks that are alike.
//!
//! Ten answers of one bad weekend say less than ten of ten weeks. So values carry the number of their block, and widths are
//! worked out from how much the blocks differ. Nothing here draws random numbers.

/// Half-width of a 95 % interval in standard errors, for many blocks.
const Z95: f64 = 1.959_963_984_540_054;

/// A mean with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mean {
    /// The mean.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// A share with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// How many did.
    pub n_inside: usize,
    /// Of how many.
    pub n: usize,
    /// The one over the other.
    pub share: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// The mean of values with their blocks; `None` without values. With a single block nothing is known of its width, and
/// the interval is endless.
pub(super) fn mean(values: &[(usize, f64)]) -> Option<Mean> {
    let spread = Spread::of(values)?;
    let half = t95(spread.n_blocks) * spread.error();
    Some(Mean {
        value: spread.mean,
        low: spread.mean - half,
        high: spread.mean + half,
    })
}

/// The share of values that are true, with a Wilson interval for as many independent values as the blocks are worth.
pub(super) fn share(values: &[(usize, bool)]) -> Option<Share> {
    let as_numbers: Vec<(usize, f64)> = values
        .iter()
        .map(|(block, is)| (*block, f64::from(u8::from(*is))))
        .collect();
    let spread = Spread::of(&as_numbers)?;
    let (n, share) = (spread.n, spread.mean);
    let alone = share * (1.0 - share) / n;
    let effective = if spread.n_blocks < 2 || alone <= 0.0 {
        // All alike: the blocks are all that is known to be independent.
        spread.n_blocks as f64
    } else {
        (n * alone / spread.variance).clamp(1.0, n)
    };
    let z2 = Z95 * Z95;
    let middle = (share + z2 / (2.0 * effective)) / (1.0 + z2 / effective);
    let half =
        Z95 * (share * (1.0 - share) / effective + z2 / (4.0 * effective * effective)).sqrt() / (1.0 + z2 / effective);
    Some(Share {
        n_inside: values.iter().filter(|(_, is)| *is).count(),
        n: values.len(),
        share,
        low: (middle - half).max(0.0).min(share),
        high: (middle + half).min(1.0).max(share),
    })
}

struct Spread {
    n: f64,
    mean: f64,
    n_blocks: usize,
    /// Of the mean; the larger of what the blocks and what the single values say.
    variance: f64,
}

impl Spread {
    fn of(values: &[(usize, f64)]) -> Option<Self> {
        if values.is_empty() {
            return None;
        }
        let n = values.len() as f64;
        let mean = values.iter().map(|(_, value)| value).sum::<f64>() / n;
        let mut sums = std::collections::BTreeMap::<usize, f64>::new();
        for (block, value) in values {
            *sums.entry(*block).or_default() += value - mean;
        }
        let n_blocks = sums.len();
        let blocks = n_blocks as f64;
        let between = blocks / (blocks - 1.0) * sums.values().map(|sum| sum * sum).sum::<f64>() / (n * n);
        let single = values.iter().map(|(_, value)| (value - mean).powi(2)).sum::<f64>() / (n * (n - 1.0));
        Some(Self {
            n,
            mean,
            n_blocks,
            variance: between.max(single),
        })
    }

    fn error(&self) -> f64 {
        if self.n_blocks < 2 {
            f64::INFINITY
        } else {
            self.variance.sqrt()
        }
    }
}

/// The 97.5th percentile of Student's distribution with one degree of freedom less than there are blocks: the first terms
/// of its expansion about the normal, within one per cent from five blocks on.
fn t95(n_blocks: usize) -> f64 {
    let freedom = n_blocks.max(2) as f64 - 1.0;
    let z = Z95;
    let first = (z.powi(3) + z) / 4.0;
    let second = (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / 96.0;
    let third = (3.0 * z.powi(7) + 19.0 * z.powi(5) + 17.0 * z.powi(3) - 15.0 * z) / 384.0;
    z + first / freedom + second / freedom.powi(2) + third / freedom.powi(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn student_is_close_to_its_tables() {
        for (n_blocks, table) in [(5, 2.776), (6, 2.571), (11, 2.228), (31, 2.042)] {
            assert!(
                (t95(n_blocks) / table - 1.0).abs() < 0.01,
                "{n_blocks}: {}",
                t95(n_blocks)
            );
        }
    }

    #[test]
    fn values_of_one_block_are_worth_less_than_values_apart() {
        let apart: Vec<_> = (0..20).map(|i| (i, f64::from(u8::from(i % 4 == 0)))).collect();
        let alike: Vec<_> = (0..20).map(|i| (i / 5, f64::from(u8::from(i < 5)))).collect();
        let width = |values: &[(usize, f64)]| mean(values).map(|m| m.high - m.low).unwrap();
        assert!(width(&alike) > 2.0 * width(&apart));
        let of = |values: &[(usize, f64)]| {
            let values: Vec<_> = values.iter().map(|(block, value)| (*block, *value > 0.5)).collect();
            share(&values).unwrap()
        };
        assert!((of(&apart).share - of(&alike).share).abs() < 1e-12);
        assert!(of(&alike).high > of(&apart).high);
    }

    #[test]
    fn wilson_agrees_with_a_published_example() {
        // 15 of 20 apart: 0.531 to 0.888.
        let values: Vec<_> = (0..20).map(|i| (i, i < 15)).collect();
        let share = share(&values).unwrap();
        assert!(
            (share.low - 0.531).abs() < 2e-2 && (share.high - 0.888).abs() < 2e-2,
            "{share:?}"
        );
    }

    #[test]
    fn one_block_says_nothing_of_its_width() {
        let one = mean(&[(0, 1.0), (0, 2.0)]).unwrap();
        assert!(one.low == f64::NEG_INFINITY && one.high == f64::INFINITY);
        assert_eq!(mean(&[]), None);
    }
}
