//! Which rows of a file speak of doses the diary already has.
//!
//! Everything here works on [`Taken`], a dose reduced to what can be compared across programs. Lookups are by binary
//! search in lists sorted by time; a crowd of equal doses in one minute is looked at up to [`CROWD`] at a time, so a
//! hostile file cannot make it quadratic.

use super::keys::{KeyKind, Slot, folded};
use ebb_core::amount::{Each, Quantity, Unit};
use ebb_core::event::{Dose, Product, ProductKind};

/// How many doses of one slot are compared with one row.
const CROWD: usize = 256;

/// Amounts printed with two decimals differ from the true one by up to half a hundredth.
const PRINT_ROUNDING_G: f64 = 0.005_1;

/// Two entries of one program this close with equal content are probably one tap too many.
const TWIN_MS: i64 = 60_000;

/// Windows for the same dose kept in two programs: usually logged within a quarter of an hour. Once half of a stretch
/// is evidently kept twice, within three hours (typed later), and once three quarters are, within 26 (typed the next
/// day). Only ever a mark to show, never a reason to merge. Our own choice.
const NEAR: [(i64, f64); 3] = [(15, 0.0), (180, 0.5), (26 * 60, 0.75)];

/// A dose as it can be compared across programs.
#[derive(Debug, Clone)]
pub(crate) struct Taken {
    pub(crate) slot: Slot,
    pub(crate) at_ms: i64,
    amount: Option<Comparable>,
    product: Option<String>,
    kind: Option<ProductKind>,
}

/// An amount in each of the measures two programs might share.
#[derive(Debug, Clone, Copy)]
struct Comparable {
    unit: Unit,
    value: f64,
    grams: Option<f64>,
    mg_mitragynine: Option<f64>,
    mg_seven_oh: Option<f64>,
}

impl Taken {
    pub(crate) fn new(dose: &Dose, product: Option<(&str, ProductKind)>, strengths: Option<&Product>) -> Self {
        Self {
            slot: Slot::of(&dose.when, dose.precision),
            at_ms: dose.when.ms(),
            amount: dose.amount.as_ref().map(|q| Comparable::new(q, strengths)),
            product: product.map(|(name, _)| folded(name)),
            kind: product.map(|(_, kind)| kind),
        }
    }

    fn amount_agreement(&self, other: &Self) -> Option<Agreement> {
        match (&self.amount, &other.amount) {
            (Some(a), Some(b)) => a.agrees(b),
            (None, None) => Some(Agreement::Exact),
            (None, Some(_)) => Some(Agreement::LeftUnknown),
            (Some(_), None) => Some(Agreement::RightUnknown),
        }
    }

    fn product_agreement(&self, other: &Self, same_program: bool) -> Option<u8> {
        match (&self.product, &other.product) {
            (Some(a), Some(b)) if a == b && self.kind == other.kind => Some(0),
            (Some(_), Some(_)) if same_program || self.kind != other.kind => None,
            (Some(_), Some(_)) => Some(2),
            _ => Some(1),
        }
    }

    /// Same amount (or both unknown) of what may be the same product.
    pub(crate) fn is_alike(&self, other: &Self, same_program: bool) -> bool {
        matches!(
            self.amount_agreement(other),
            Some(Agreement::Exact | Agreement::Rounded)
        ) && self.product_agreement(other, same_program).is_some()
    }

    /// Whether the products could be the same in one program: equal, or one of them unknown.
    pub(crate) fn may_share_product(&self, other: &Self) -> bool {
        self.product_agreement(other, true).is_some()
    }
}

/// How well two amounts agree, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Agreement {
    Exact,
    Rounded,
    LeftUnknown,
    RightUnknown,
}

impl Comparable {
    fn new(quantity: &Quantity, strengths: Option<&Product>) -> Self {
        let each = |wanted: fn(&Each) -> Option<f64>| quantity.each.as_ref().and_then(wanted);
        let times = |one: Option<f64>| one.map(|v| v * quantity.value);
        let mg_mitragynine = match quantity.unit {
            Unit::MgMitragynine => Some(quantity.value),
            _ => times(each(|e| match e {
                Each::MgMitragynine(v) => Some(v.value),
                Each::Grams(_) | Each::MgSevenOh(_) => None,
            })),
        };
        let mg_seven_oh = match quantity.unit {
            Unit::MgSevenOh => Some(quantity.value),
            _ => times(each(|e| match e {
                Each::MgSevenOh(v) => Some(v.value),
                Each::Grams(_) | Each::MgMitragynine(_) => None,
            })),
        };
        Self {
            unit: quantity.unit,
            value: quantity.value,
            grams: nominal_grams(quantity, strengths),
            mg_mitragynine,
            mg_seven_oh,
        }
    }

    fn agrees(&self, other: &Self) -> Option<Agreement> {
        let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs());
        if self.unit == other.unit && close(self.value, other.value) {
            return Some(Agreement::Exact);
        }
        let pairs = [
            (self.mg_mitragynine, other.mg_mitragynine),
            (self.mg_seven_oh, other.mg_seven_oh),
            (self.grams, other.grams),
        ];
        if pairs.iter().any(|p| matches!(p, (Some(a), Some(b)) if close(*a, *b))) {
            return Some(Agreement::Exact);
        }
        match (self.grams, other.grams) {
            (Some(a), Some(b)) if (a - b).abs() <= PRINT_ROUNDING_G => Some(Agreement::Rounded),
            _ => None,
        }
    }
}

/// Grams of product as typed: weighed, or counted at what one holds by the entry or the product. Never a guess.
pub(crate) fn nominal_grams(quantity: &Quantity, product: Option<&Product>) -> Option<f64> {
    let each = match (&quantity.each, quantity.unit, product) {
        (_, Unit::Gram, _) => Some(1.0),
        (_, Unit::Milligram, _) => Some(0.001),
        (Some(Each::Grams(each)), ..) => Some(each.value),
        (None, Unit::Capsule, Some(p)) => p.grams_per_capsule.map(|e| e.value),
        (None, Unit::Teaspoon, Some(p)) => p.grams_per_teaspoon.map(|e| e.value),
        (None, Unit::TeaMl, Some(p)) => p.tea_grams_per_litre.map(|e| e.value / 1000.0),
        _ => None,
    }?;
    Some(quantity.value * each)
}

/// A dose of the diary, for matching.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) taken: Taken,
    pub(crate) key_kind: Option<KeyKind>,
    pub(crate) is_used: bool,
}

/// A row of the file, for matching.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) taken: Taken,
    pub(crate) has_id: bool,
}

/// The doses of a diary in order of slot, each usable once.
#[derive(Debug, Clone)]
pub(crate) struct Shelf {
    known: Vec<Known>,
    by_slot: Vec<usize>,
}

/// How a row met a dose of the diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meeting {
    /// The same dose.
    Same(usize),
    /// The same dose, whose amount the diary did not know.
    Fills(usize),
    /// The same entry of the same program, which now states another amount.
    OtherAmount(usize),
}

impl Shelf {
    pub(crate) fn new(known: Vec<Known>) -> Self {
        let mut by_slot: Vec<usize> = (0..known.len()).collect();
        by_slot.sort_by_key(|&i| known[i].taken.slot);
        Self { known, by_slot }
    }

    pub(crate) fn use_up(&mut self, idx: usize) {
        self.known[idx].is_used = true;
    }

    pub(crate) fn in_slot(&self, slot: Slot) -> &[usize] {
        let from = self.by_slot.partition_point(|&i| self.known[i].taken.slot < slot);
        let len = self.by_slot[from..].partition_point(|&i| self.known[i].taken.slot == slot);
        &self.by_slot[from..from + len]
    }

    pub(crate) fn get(&self, idx: usize) -> &Known {
        &self.known[idx]
    }

    pub(crate) fn all(&self) -> &[Known] {
        &self.known
    }

    /// Meets rows with doses, the surest first: equal, then rounded, then unknown on one side, then (in programs whose
    /// two exports share no id) changed. `None` for a row that is new.
    pub(crate) fn meet(&mut self, asked: &[Asked], is_one_program: bool) -> Vec<Option<Meeting>> {
        let mut met = vec![None; asked.len()];
        for level in [
            Agreement::Exact,
            Agreement::Rounded,
            Agreement::LeftUnknown,
            Agreement::RightUnknown,
        ] {
            for (row, slot) in asked.iter().zip(&mut met) {
                let is_clear = matches!(row.taken.slot, Slot::Minute(_)) || level <= Agreement::Rounded;
                if slot.is_none() && is_clear {
                    *slot = self.best(row, level).map(|idx| {
                        self.use_up(idx);
                        match level {
                            Agreement::RightUnknown => Meeting::Fills(idx),
                            _ => Meeting::Same(idx),
                        }
                    });
                }
            }
        }
        if is_one_program {
            for (row, slot) in asked.iter().zip(&mut met) {
                if slot.is_none() {
                    *slot = self.restated(row).map(|idx| {
                        self.use_up(idx);
                        Meeting::OtherAmount(idx)
                    });
                }
            }
        }
        met
    }

    fn free<'a>(&'a self, row: &'a Asked) -> impl Iterator<Item = (usize, &'a Known)> + 'a {
        self.in_slot(row.taken.slot)
            .iter()
            .map(|&i| (i, &self.known[i]))
            .filter(|(_, k)| !k.is_used)
            .take(CROWD)
    }

    fn best(&self, row: &Asked, level: Agreement) -> Option<usize> {
        self.free(row)
            .filter(|(_, k)| !(row.has_id && k.key_kind == Some(KeyKind::SameFormatById)))
            .filter(|(_, k)| row.taken.amount_agreement(&k.taken) == Some(level))
            .filter_map(|(i, k)| {
                let same_program = matches!(k.key_kind, Some(KeyKind::SameFormatById | KeyKind::SameFormatByContent));
                let product = row.taken.product_agreement(&k.taken, same_program)?;
                Some(((product, (row.taken.at_ms - k.taken.at_ms).abs()), i))
            })
            .min()
            .map(|(_, i)| i)
    }

    /// An entry of the same program at the very same minute, one of the two without an id, and no other candidate.
    fn restated(&self, row: &Asked) -> Option<usize> {
        let mut found = self.free(row).filter(|(_, k)| {
            let crossed = match k.key_kind {
                Some(KeyKind::SameFormatById) => !row.has_id,
                Some(KeyKind::SameFormatByContent) => row.has_id,
                Some(KeyKind::Other) | None => false,
            };
            crossed && row.taken.may_share_product(&k.taken)
        });
        let (idx, _) = found.next()?;
        found.next().is_none().then_some(idx)
    }
}

/// Rows that repeat an earlier row of their file: same minute, same amount, same product.
pub(crate) fn repeats(rows: &[Taken]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|&i| (rows[i].slot, i));
    let mut repeats = vec![false; rows.len()];
    let mut start = 0;
    for here in 0..order.len() {
        if rows[order[start]].slot != rows[order[here]].slot {
            start = here;
        }
        let earliest = start.max(here.saturating_sub(CROWD));
        repeats[order[here]] = order[earliest..here].iter().any(|&i| {
            let (a, b) = (&rows[i], &rows[order[here]]);
            a.is_alike(b, true) && a.product == b.product && a.kind == b.kind
        });
    }
    repeats
}

/// For each row with an id, an earlier one (by time) of another id that is equal and less than a minute away.
pub(crate) fn twins(rows: &[Taken]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|&i| (rows[i].at_ms, i));
    let mut twins = vec![None; rows.len()];
    for here in 0..order.len() {
        let row = &rows[order[here]];
        twins[order[here]] = order[here.saturating_sub(CROWD)..here]
            .iter()
            .rev()
            .copied()
            .take_while(|&i| row.at_ms - rows[i].at_ms < TWIN_MS)
            .find(|&i| {
                let same_kind_of_slot = matches!(
                    (row.slot, rows[i].slot),
                    (Slot::Minute(_), Slot::Minute(_)) | (Slot::Day(_), Slot::Day(_))
                );
                same_kind_of_slot && row.amount.is_some() && row.is_alike(&rows[i], true)
            });
    }
    twins
}

/// Pairs (row, dose of another program) that may be one dose written down twice.
///
/// `theirs` holds indices of `shelf`; those that a row met exactly only show which stretch both programs cover. Each
/// side is used once, nearest pairs first; later windows open only where most
/// of the stretch that both programs cover is already paired. `already` counts rows that met their dose exactly.
pub(crate) fn near(rows: &[(usize, &Taken)], shelf: &Shelf, theirs: &[usize], already: &[i64]) -> Vec<(usize, usize)> {
    let minute = |t: &Taken| match t.slot {
        Slot::Minute(m) => Some(m),
        Slot::Day(_) => None,
    };
    let mut doses: Vec<(i64, usize)> = theirs
        .iter()
        .filter_map(|&i| Some((minute(&shelf.get(i).taken)?, i)))
        .collect();
    doses.sort_unstable();
    let (Some(first), Some(last)) = (doses.first().map(|d| d.0), doses.last().map(|d| d.0)) else {
        return Vec::new();
    };
    let within = |m: i64| (first - NEAR[0].0..=last + NEAR[0].0).contains(&m);
    let exact = already.iter().filter(|&&m| within(m)).count();
    let covered = exact + rows.iter().filter(|(_, t)| minute(t).is_some_and(within)).count();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut taken_rows = vec![false; rows.len()];
    let mut taken_doses: Vec<bool> = doses.iter().map(|d| shelf.get(d.1).is_used).collect();
    for (window, share) in NEAR {
        #[expect(clippy::cast_precision_loss, reason = "counts of rows, far below 2^52")]
        let is_open = covered > 0 && (exact + pairs.len()) as f64 >= share * covered as f64;
        if !is_open {
            break;
        }
        let margin = window.min(NEAR[1].0);
        let in_reach = |m: i64| (first - margin..=last + margin).contains(&m);
        let mut candidates = Vec::new();
        for (r, (_, row)) in rows.iter().enumerate() {
            let is_wanted = |m: &i64| !taken_rows[r] && row.amount.is_some() && in_reach(*m);
            let Some(m) = minute(row).filter(is_wanted) else {
                continue;
            };
            let from = doses.partition_point(|d| d.0 < m - window);
            candidates.extend(
                doses[from..]
                    .iter()
                    .enumerate()
                    .take_while(|(_, d)| d.0 <= m + window)
                    .map(|(k, d)| (from + k, d))
                    .filter(|(k, _)| !taken_doses[*k])
                    .take(CROWD)
                    .filter(|(_, d)| {
                        let other = &shelf.get(d.1).taken;
                        other.amount.is_some() && row.is_alike(other, false)
                    })
                    .map(|(k, d)| ((row.at_ms - shelf.get(d.1).taken.at_ms).abs(), r, k)),
            );
        }
        candidates.sort_unstable();
        for (_, r, k) in candidates {
            if !taken_rows[r] && !taken_doses[k] {
                taken_rows[r] = true;
                taken_doses[k] = true;
                pairs.push((rows[r].0, doses[k].1));
            }
        }
    }
    pairs
}
