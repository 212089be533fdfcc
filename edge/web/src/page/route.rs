//! Addresses: one word after the `#`, so that the app works from any folder of any file server. A dead link does not
//! compile.

use ebb_core::entry::EntryId;

/// A place in the app.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Route {
    #[default]
    Today,
    History,
    /// A day, `2026-02-03`.
    Day(String),
    Entry(EntryId),
    Log,
    /// Log something of a day, `2026-02-03`.
    LogOn(String),
    CoUse,
    Note,
    Forecast,
    More,
    CheckIn,
    Craving,
    Products,
    NewProduct,
    /// One product, to change it.
    Product(EntryId),
    /// A new batch of this product.
    NewBatch(EntryId),
    /// One batch, to change it.
    Batch(EntryId),
    /// The contents, or one page by its name.
    Learn(Option<String>),
    /// What was learned from reports.
    Learned,
    Data,
    /// A file on its way in.
    Import,
    Settings,
    About,
    Help,
}

impl Route {
    /// What stands in the address bar.
    pub(crate) fn address(&self) -> String {
        match self {
            Self::Today => "#/today".to_owned(),
            Self::History => "#/history".to_owned(),
            Self::Day(day) => format!("#/day/{day}"),
            Self::Entry(id) => format!("#/entry/{id}"),
            Self::Log => "#/log".to_owned(),
            Self::LogOn(day) => format!("#/log/{day}"),
            Self::CoUse => "#/co-use".to_owned(),
            Self::Note => "#/note".to_owned(),
            Self::Forecast => "#/forecast".to_owned(),
            Self::More => "#/more".to_owned(),
            Self::CheckIn => "#/check-in".to_owned(),
            Self::Craving => "#/craving".to_owned(),
            Self::Products => "#/products".to_owned(),
            Self::NewProduct => "#/product".to_owned(),
            Self::Product(id) => format!("#/product/{id}"),
            Self::NewBatch(id) => format!("#/new-batch/{id}"),
            Self::Batch(id) => format!("#/batch/{id}"),
            Self::Learn(None) => "#/learn".to_owned(),
            Self::Learn(Some(page)) => format!("#/learn/{page}"),
            Self::Learned => "#/learned".to_owned(),
            Self::Data => "#/data".to_owned(),
            Self::Import => "#/import".to_owned(),
            Self::Settings => "#/settings".to_owned(),
            Self::About => "#/about".to_owned(),
            Self::Help => "#/help".to_owned(),
        }
    }

    /// The place of an address; today for what is none.
    pub(crate) fn read(address: &str) -> Self {
        let path = address.trim_start_matches('#').trim_start_matches('/');
        let (place, rest) = path.split_once('/').unwrap_or((path, ""));
        match (place, rest) {
            ("history", _) => Self::History,
            ("day", day) if !day.is_empty() => Self::Day(day.to_owned()),
            ("entry", id) => EntryId::from_text(id).map_or(Self::Today, Self::Entry),
            ("log", "") => Self::Log,
            ("log", day) => Self::LogOn(day.to_owned()),
            ("co-use", _) => Self::CoUse,
            ("note", _) => Self::Note,
            ("forecast", _) => Self::Forecast,
            ("more", _) => Self::More,
            ("check-in", _) => Self::CheckIn,
            ("craving", _) => Self::Craving,
            ("products", _) => Self::Products,
            ("product", "") => Self::NewProduct,
            ("product", id) => EntryId::from_text(id).map_or(Self::Products, Self::Product),
            ("new-batch", id) => EntryId::from_text(id).map_or(Self::Products, Self::NewBatch),
            ("batch", id) => EntryId::from_text(id).map_or(Self::Products, Self::Batch),
            ("learn", "") => Self::Learn(None),
            ("learn", page) => Self::Learn(Some(page.to_owned())),
            ("learned", _) => Self::Learned,
            ("data", _) => Self::Data,
            ("import", _) => Self::Import,
            ("settings", _) => Self::Settings,
            ("about", _) => Self::About,
            ("help", _) => Self::Help,
            _ => Self::Today,
        }
    }

    /// Which place of the navigation is lit.
    pub(crate) fn home(&self) -> Self {
        match self {
            Self::Day(_) | Self::Entry(_) => Self::History,
            Self::CoUse | Self::Note | Self::LogOn(_) => Self::Log,
            Self::Learn(_) => Self::Learn(None),
            Self::Import => Self::Data,
            Self::NewProduct | Self::Product(_) | Self::NewBatch(_) | Self::Batch(_) => Self::Products,
            other => other.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_its_place() {
        let id = EntryId::from_parts(1, [7; 10]);
        for route in [
            Route::Today,
            Route::History,
            Route::Day("2026-02-03".to_owned()),
            Route::Entry(id),
            Route::Log,
            Route::LogOn("2026-02-03".to_owned()),
            Route::CoUse,
            Route::Note,
            Route::Forecast,
            Route::More,
            Route::CheckIn,
            Route::Craving,
            Route::Products,
            Route::NewProduct,
            Route::Product(id),
            Route::NewBatch(id),
            Route::Batch(id),
            Route::Learn(None),
            Route::Learn(Some("tolerance".to_owned())),
            Route::Learned,
            Route::Data,
            Route::Import,
            Route::Settings,
            Route::About,
            Route::Help,
        ] {
            assert_eq!(Route::read(&route.address()), route);
        }
    }

    #[test]
    fn an_address_that_is_none_leads_to_today() {
        for address in ["", "#", "#/", "#/nowhere", "#/entry/x", "#/day/"] {
            assert_eq!(Route::read(address), Route::Today);
        }
    }
}
