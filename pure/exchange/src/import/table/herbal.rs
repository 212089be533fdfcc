//! Herbal Tracker+ CSV: one dose a row, grams with a point, the ISO column is the instant. A product the
//! app had deleted reads `???` and stays unknown.

use super::draft::{self, Context, Draft, Stamp};
use super::lex::{Lexed, Record};
use super::measure;
use super::number::{self, Decimal};
use super::when;
use crate::import::row::{Format, ProductHint, Reading, Says};
use ebb_core::event::{Dose, FeltEffect};
use ebb_core::moment::Moment;
use std::collections::BTreeMap;

/// Whether a header is this program's.
pub(super) fn is_one(header: &[&str]) -> bool {
    ["iso_timestamp", "strain_code", "amount_g"]
        .iter()
        .all(|name| header.contains(name))
}

/// Reads the export.
pub(super) fn read(lexed: &Lexed<'_>, context: Context<'_>) -> Reading {
    let mut draft = Draft::new(context);
    draft.warnings.clone_from(&lexed.warnings);
    let columns = Columns::of(&lexed.records[0]);
    let records = &lexed.records[1..];
    let stamps: Vec<_> = records.iter().map(|r| (r.line, columns.stamp(r))).collect();
    let placed = draft.place_all(&stamps);
    for (record, placed) in records.iter().zip(placed) {
        if record.is_blank() {
            draft.skip(record, "empty_row");
            continue;
        }
        match placed {
            Ok((moment, precision)) => {
                match measure::program_grams(&mut draft, unguarded(columns.cell(record, "amount_g"))) {
                    Ok(amount) => {
                        let felt = columns.felt(record, &moment);
                        let dose = Dose {
                            note: columns.words(record, "notes"),
                            ..draft::dose(moment, precision, amount)
                        };
                        let product = columns.product(record);
                        draft.push(record.place(), None, Says::Dose { dose, product, felt });
                    }
                    Err(reason) => draft.hold(record, None, reason),
                }
            }
            Err(reason) => draft.hold(record, None, reason),
        }
    }
    draft.finish(Format {
        id: "herbal_tracker",
        name: "Herbal Tracker+ (CSV)".to_owned(),
        version: None,
    })
}

/// Takes off the apostrophe with which programs keep spreadsheets from running a cell.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => cell,
    }
}

/// Where each of the program's columns stands, by name.
struct Columns<'t>(BTreeMap<&'t str, usize>);

impl<'t> Columns<'t> {
    fn of(header: &'t Record<'t>) -> Self {
        Self(
            header
                .cells
                .iter()
                .enumerate()
                .map(|(i, name)| (name.trim(), i))
                .collect(),
        )
    }

    fn cell<'r>(&self, record: &'r Record<'_>, name: &str) -> &'r str {
        self.0.get(name).map_or("", |&c| record.cell(c))
    }

    fn words(&self, record: &Record<'_>, name: &str) -> Option<String> {
        let cell = unguarded(self.cell(record, name));
        (!cell.is_empty()).then(|| cell.replace('\0', ""))
    }

    fn stamp(&self, record: &Record<'_>) -> Result<Stamp, &'static str> {
        let iso = self.cell(record, "iso_timestamp");
        if let Some(at) = when::instant(iso) {
            return Ok(Stamp::Instant(at));
        }
        if let Some(wall) = when::iso_wall(iso) {
            return Ok(Stamp::Wall(wall.date(), Some(wall.time())));
        }
        let date = when::date(self.cell(record, "date"));
        draft::wall_stamp(date, when::time(self.cell(record, "time")), None)
    }

    fn product(&self, record: &Record<'_>) -> Option<ProductHint> {
        let name = self
            .words(record, "strain_name")
            .or_else(|| self.words(record, "strain_code"))?;
        if self.cell(record, "strain_code") == "???" {
            return None;
        }
        let kind = measure::kind_of_name(&name);
        Some(ProductHint::named(name, kind))
    }

    /// The effects that old versions kept, 0 to 10 each, under their own names.
    fn felt(&self, record: &Record<'_>, moment: &Moment) -> Option<FeltEffect> {
        let plain = |name: &str| number::plain(self.cell(record, name), Decimal::Point);
        let scales: BTreeMap<String, f64> = ["mood", "energy", "pain_relief", "painRelief", "anxiety", "focus"]
            .into_iter()
            .filter_map(|name| Some((name.to_owned(), plain(name)?)))
            .collect();
        let duration_h = plain("duration").map(|minutes| minutes / 60.0);
        if scales.is_empty() && duration_h.is_none() {
            return None;
        }
        Some(FeltEffect {
            when: moment.clone(),
            dose: None,
            strength: None,
            duration_h,
            word: None,
            scales,
            note: None,
        })
    }
}
