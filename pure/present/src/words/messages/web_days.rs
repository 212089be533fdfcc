//! The messages of the web app's screens for history, forecast and pictures. Texts in `words/en-web-days.ftl`.

use super::super::{FluentArgs, Message, Words, value};

messages! {
    WEB_DAYS:

    days_calendar();
}
