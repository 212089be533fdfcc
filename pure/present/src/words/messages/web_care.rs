//! The messages of the web app's screens for check-in, craving, help, settings and about. Texts in `words/en-web-care.ftl`.

use super::super::{FluentArgs, Message, Words, value};

messages! {
    WEB_CARE:

    care_theme();
}
