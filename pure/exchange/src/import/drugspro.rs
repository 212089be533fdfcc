//! DrugsPRO: the usage ledger only; the diary beside it repeats the same doses.

use super::amounts::{self, Found};
use super::gather::{self, Gather, Given, Spot, Whose, dose_at, with_words};
use super::json::{Object, Value};
use super::measure::measure;
use super::row::{Format, ProductHint, Reading};
use super::secrets::Dropped;
use super::substance;
use ebb_core::event::{CoUse, Precision, Route};
use ebb_core::moment::Moment;

/// Reads an export.
pub(crate) fn read(given: Given<'_>, file: &Object, dropped: Dropped) -> Reading {
    let format = Format {
        id: "drugspro",
        name: "DrugsPRO (JSON)".to_owned(),
        version: file.get("v").map(|v| gather::version_text(&v.excerpt(12))),
    };
    let mut reader = Reader {
        gather: Gather::new(given, format, dropped, None),
    };
    for (i, usage) in file.list("u").iter().enumerate() {
        reader.usage(format!("u[{i}]"), usage);
    }
    reader.gather.leave("experiences", file.list("e").len());
    for (key, value) in file.iter() {
        let is_empty = matches!(value, Value::Object(o) if o.iter().next().is_none()) || *value == Value::Null;
        if !["v", "t", "e", "u"].contains(&key) && !is_empty {
            reader.gather.leave(if key == "x" { "extras" } else { key }, 1);
        }
    }
    reader.gather.finish()
}

struct Reader<'a> {
    gather: Gather<'a>,
}

impl Reader<'_> {
    fn usage(&mut self, place: String, value: &Value) {
        let Some(usage) = value.object() else {
            self.gather.skip(Spot::new(place), "not_a_dosage");
            return;
        };
        let spot = Spot::new(place);
        if let Err(reason) = self.taken(&spot, usage, value) {
            self.gather.hold(spot, reason, value);
        }
    }

    fn taken(&mut self, spot: &Spot, usage: &Object, value: &Value) -> Result<(), &'static str> {
        let name = usage.text("name").map(str::trim).ok_or("no_substance")?;
        let (when, precision) = self.when(spot, usage)?;
        let text = usage.text("dose").unwrap_or_default();
        let route = usage.text("roa").and_then(gather::route_of).unwrap_or_default();
        match self.gather.product(name, substance::kind_of(name), false) {
            Whose::NotMine => self.gather.skip(spot.clone(), "someone_else"),
            Whose::Other => self.other(spot, name, text, (when, precision), route),
            Whose::Kratom(hint) => {
                let mut dose = dose_at(when);
                dose.precision = precision;
                dose.route = route;
                dose.amount = self.amount(spot, text, &hint)?;
                if dose.amount.is_none() {
                    dose.note = with_words(None, text);
                }
                self.gather.dose(spot.clone(), dose, Some(hint), value);
            }
        }
        Ok(())
    }

    fn when(&mut self, spot: &Spot, usage: &Object) -> Result<(Moment, Precision), &'static str> {
        let text = usage.text("dateISO").ok_or("no_time")?;
        match gather::date(text) {
            Some(day) => Ok((self.gather.day(day)?, Precision::Day)),
            None => Ok((self.gather.iso(&spot.place, text, None)?, Precision::Minute)),
        }
    }

    fn amount(
        &mut self,
        spot: &Spot,
        text: &str,
        hint: &ProductHint,
    ) -> Result<Option<ebb_core::amount::Quantity>, &'static str> {
        let Some((found, unit)) = amounts::leading(text, self.gather.answer("decimal")) else {
            return Ok(None);
        };
        let n = self.gather.amount(found, text)?;
        Ok(n.and_then(|n| measure(&mut self.gather, &spot.place, n, &unit, hint)))
    }

    fn other(&mut self, spot: &Spot, name: &str, text: &str, (when, precision): (Moment, Precision), route: Route) {
        let (amount, unit, note) = match amounts::leading(text, self.gather.answer("decimal")) {
            Some((Found::Number(n), unit)) => (Some(n), Some(unit).filter(|u| !u.is_empty()), None),
            _ => (None, None, with_words(None, text)),
        };
        let co_use = CoUse {
            when,
            precision,
            substance: name.to_owned(),
            amount,
            unit,
            route,
            note,
        };
        self.gather.co_use(spot.clone(), co_use);
    }
}
