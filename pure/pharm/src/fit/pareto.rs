//! Importance weights made honest: the largest are replaced by what a generalized Pareto tail fitted to them expects, and the
//! tail's shape says how far the rest may be trusted (Vehtari, Simpson, Gelman, Yao and Gabry, "Pareto smoothed importance
//! sampling", arXiv 1507.02646; the tail's fit after Zhang and Stephens 2009, Technometrics 51:316. Both from memory,
//! unverified). Knows nothing of what the weights are of.

/// Weights that add up to one, and how good they are.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Weights {
    pub(crate) shares: Vec<f64>,
    /// 1 / sum of squared shares: how many equal draws they are worth.
    pub(crate) effective_size: f64,
    /// Shape of the tail; above 0.7 the weights cannot be trusted. `None` with too few draws to say.
    pub(crate) tail_shape: Option<f64>,
}

/// Fewer draws in the tail than this do not show a shape.
const FEWEST_IN_TAIL: usize = 5;

/// Smooths and normalises log weights. Those of minus infinity stay zero.
pub(crate) fn smoothed(ln_weights: &[f64]) -> Weights {
    let len = ln_weights.len();
    let highest = ln_weights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if !highest.is_finite() {
        return Weights {
            shares: vec![0.0; len],
            effective_size: 0.0,
            tail_shape: None,
        };
    }
    let mut weights: Vec<f64> = ln_weights.iter().map(|ln| libm::exp(ln - highest)).collect();
    let tail_shape = smooth_tail(&mut weights);
    let total: f64 = weights.iter().sum();
    weights.iter_mut().for_each(|weight| *weight /= total);
    let squares: f64 = weights.iter().map(|weight| weight * weight).sum();
    Weights {
        effective_size: 1.0 / squares,
        shares: weights,
        tail_shape,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count far below 2^52"
)]
fn tail_len(len: usize) -> usize {
    let len = len as f64;
    libm::ceil((0.2 * len).min(3.0 * libm::sqrt(len))) as usize
}

fn smooth_tail(weights: &mut [f64]) -> Option<f64> {
    let tail_len = tail_len(weights.len());
    if tail_len < FEWEST_IN_TAIL || weights.len() <= tail_len {
        return None;
    }
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|a, b| weights[*a].total_cmp(&weights[*b]).then(a.cmp(b)));
    let (rest, tail) = order.split_at(weights.len() - tail_len);
    let cut = weights[*rest.last()?];
    let above: Vec<f64> = tail.iter().map(|idx| weights[*idx] - cut).collect();
    if above.iter().all(|above| *above <= f64::EPSILON) {
        // All alike: nothing to smooth, and as good as it gets.
        return Some(f64::NEG_INFINITY);
    }
    let (shape, scale) = generalized_pareto(&above)?;
    for (rank, idx) in tail.iter().enumerate() {
        let share = (rank as f64 + 0.5) / tail_len as f64;
        let beyond = if shape.abs() > 1e-9 {
            scale * libm::expm1(-shape * libm::log1p(-share)) / shape
        } else {
            -scale * libm::log1p(-share)
        };
        // No weight may exceed the largest that was seen.
        weights[*idx] = (cut + beyond).min(1.0);
    }
    Some(shape)
}

/// Shape and scale of a generalized Pareto distribution from ascending exceedances.
fn generalized_pareto(above: &[f64]) -> Option<(f64, f64)> {
    const PRIOR: f64 = 3.0;
    const PRIOR_COUNT: f64 = 10.0;
    let len = above.len() as f64;
    let quarter = above[(above.len() + 2) / 4 - 1].max(f64::MIN_POSITIVE);
    let largest = *above.last()?;
    let candidates = 30.0 + libm::floor(libm::sqrt(len));
    let shape_of = |b: f64| above.iter().map(|x| libm::log1p(-b * x)).sum::<f64>() / len;
    let mut tried: Vec<(f64, f64)> = Vec::new();
    let mut j = 0.5;
    while j < candidates {
        let b = 1.0 / largest + (1.0 - libm::sqrt(candidates / j)) / (PRIOR * quarter);
        let shape = shape_of(b);
        let ln_likelihood = len * (libm::log(-b / shape) - shape - 1.0);
        if ln_likelihood.is_finite() {
            tried.push((b, ln_likelihood));
        }
        j += 1.0;
    }
    let best = tried.iter().map(|(_, ln)| *ln).fold(f64::NEG_INFINITY, f64::max);
    let total: f64 = tried.iter().map(|(_, ln)| libm::exp(ln - best)).sum();
    let b = tried.iter().map(|(b, ln)| b * libm::exp(ln - best)).sum::<f64>() / total;
    let shape = shape_of(b);
    let scale = -shape / b;
    // With few draws the shape is drawn towards one half.
    let shape = (shape * len + 0.5 * PRIOR_COUNT) / (len + PRIOR_COUNT);
    (shape.is_finite() && scale.is_finite()).then_some((shape, scale))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Exceedances of a Pareto tail at even shares.
    fn pareto(shape: f64, len: u32) -> Vec<f64> {
        (0..len)
            .map(|rank| {
                let share = (f64::from(rank) + 0.5) / f64::from(len);
                ((1.0 - share).powf(-shape) - 1.0) / shape
            })
            .collect()
    }

    #[test]
    fn the_shape_of_a_known_tail_is_found() {
        for shape in [0.2, 0.5, 0.9] {
            let (found, scale) = generalized_pareto(&pareto(shape, 400)).unwrap();
            assert!((found - shape).abs() < 0.06, "{shape} {found}");
            assert!((scale - 1.0).abs() < 0.1, "{scale}");
        }
    }

    #[test]
    fn equal_weights_stay_equal_and_one_giant_is_seen_through() {
        let equal = smoothed(&[-3.0; 100]);
        assert!((equal.effective_size - 100.0).abs() < 1e-9);
        let mut ln_weights: Vec<f64> = pareto(1.3, 1000).iter().map(|x| (1.0 + x).ln()).collect();
        ln_weights[3] = f64::NEG_INFINITY;
        let heavy = smoothed(&ln_weights);
        assert!(heavy.tail_shape.unwrap() > 0.7, "{:?}", heavy.tail_shape);
        assert!(heavy.shares[3] < 1e-300);
        assert!((heavy.shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn nothing_possible_gives_no_weight_to_anything() {
        assert!(smoothed(&[f64::NEG_INFINITY; 3]).effective_size < 1e-300);
    }
}
