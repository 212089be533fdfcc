//! The fields of a dose, for a new one and for one that is changed.

use super::amount::AmountField;
use super::extras::Extras;
use super::product::ProductField;
use super::when::WhenField;
use crate::form::{DoseDraft, DoseForm, When};
use crate::page::state::App;
use crate::sheet::{LogPad, marked};
use crate::typed::{self, Misread};
use leptos::prelude::*;

/// What is being filled in. Nothing of it is lost when the sheet is asked for again.
#[derive(Clone, Copy)]
pub(in crate::page::screen) struct FilledIn {
    pub(super) draft: RwSignal<DoseDraft>,
    pub(in crate::page::screen) when: RwSignal<When>,
    /// Why the amount cannot be read, once somebody tried to send it.
    pub(super) misread: RwSignal<Option<Misread>>,
}

impl FilledIn {
    /// Begins with this draft.
    pub(in crate::page::screen) fn new(draft: DoseDraft, when: When) -> Self {
        Self {
            draft: RwSignal::new(draft),
            when: RwSignal::new(when),
            misread: RwSignal::new(None),
        }
    }

    /// Fills in something else. A figure that comes along with it is not put into the field while amounts are hidden.
    pub(super) fn refill(self, app: App, change: impl FnOnce(&mut DoseDraft)) {
        self.misread.set(None);
        self.draft.update(|draft| {
            let before = draft.amount.clone();
            change(draft);
            if app.prefs.with_untracked(|prefs| prefs.hides_amounts) && draft.amount != before {
                draft.amount.clear();
            }
        });
    }

    /// What is sent; what is wrong with it is said at its field instead.
    pub(in crate::page::screen) fn form(self) -> Option<DoseForm> {
        let form = self.draft.with_untracked(DoseDraft::form);
        self.misread.set(form.as_ref().err().copied());
        if form.is_err() {
            super::amount::focus_field();
        }
        let when = self.when.get_untracked();
        form.ok().map(|form| DoseForm { when, ..form })
    }

    /// The dose in words, its figure marked: `2.5 g green`; nothing while the amount cannot be read.
    pub(super) fn said(self, pad: Memo<LogPad>) -> Option<String> {
        let words = App::here().words();
        self.draft.with(|draft| {
            pad.with(|pad| {
                let product = pad.products.iter().find(|product| Some(product.id) == draft.product);
                let name = product.map(|product| product.name.clone());
                let name = name.or_else(|| Some(draft.new_product.trim().to_owned()).filter(|name| !name.is_empty()));
                if draft.is_unknown {
                    return Some(
                        name.map_or_else(|| words.log_unknown_dose(), |name| words.log_unknown_dose_of(&name)),
                    );
                }
                let value = typed::amount(&draft.amount).ok()?;
                let unit = pad.units.iter().find(|unit| unit.unit == draft.unit)?;
                let is_one = draft.amount.trim() == "1";
                let unit = if is_one { &unit.name_of_one } else { &unit.name };
                let dose = marked(&format!("{} {unit}", typed::figure(value)));
                Some(match name {
                    Some(name) => format!("{dose} {name}"),
                    None => dose,
                })
            })
        })
    }
}

/// All fields.
#[component]
pub(in crate::page::screen) fn DoseFields(
    filled_in: FilledIn,
    pad: Memo<LogPad>,
    /// Whether what is rarely needed is open from the start.
    #[prop(optional)]
    is_whole: bool,
) -> impl IntoView {
    let moments = Memo::new(move |_| pad.with(|pad| pad.moments.clone()));
    let latest = Memo::new(move |_| pad.with(|pad| (pad.now.clone(), pad.today.clone())));
    view! {
        <AmountField filled_in pad/>
        <WhenField when=filled_in.when moments latest/>
        <ProductField filled_in pad/>
        <Extras draft=filled_in.draft pad is_whole/>
    }
}
