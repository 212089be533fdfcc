//! The messages of the web app's screens for history, forecast and pictures. Texts in `words/en-web-days.ftl`.

use super::super::{FluentArgs, Message, Words, value};

messages! {
    WEB_DAYS:

    // Pictures
    days_read_after(when: &str, duration: &str);
    days_table_day();
    days_table_time();
    days_table_week();
    days_table_range();
    days_of_64();
}
