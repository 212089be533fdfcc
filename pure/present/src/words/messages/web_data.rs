//! The messages of the web app's screens for import, export, backups and products. Texts in `words/en-web-data.ftl`.
//!
//! What an import says is worded here for every surface; `crate::imports` calls it with stable words.

use super::super::{FluentArgs, Message, Words, value};

messages! {
    WEB_DATA:

    // What an import says, on every surface
    import_held(reason: &str, plain: &str);
    import_skipped(reason: &str, plain: &str);
    import_known(reason: &str, plain: &str);
    import_note(what: &str, plain: &str);
    import_note_at(note: &str, count: &str, places: &str);
    import_note_all(note: &str, count: &str);
    import_secret(kind: &str, plain: &str);
    import_holds(what: &str, count: u64, plain: &str);
    import_outcome(what: &str, plain: &str);
    import_section(name: &str, plain: &str);
    import_products(names: &str);
    import_grams(least: &str, middle: &str, most: &str);
    import_grams_ask();
    import_rows(count: u64);
    import_rows_such_as(count: u64, examples: &str);
    import_place(line: &str, column: &str);
    import_place_unknown();

    // Questions of an import
    import_question(kind: &str, name: &str, plain: &str);
    import_why(kind: &str);
    import_answer(which: &str, plain: &str);
    import_answer_hint(which: &str);
    import_careful(answer: &str);
    import_careful_mark();
    import_unknown_hint();
    import_each_g();
    import_each_mg();
    import_each_gl();
    import_product_mg();
    import_column(number: u64);
    import_column_word(word: &str, plain: &str);

    // Files that were not imported
    err_import_empty();
    rec_import_empty();
    err_import_too_many(what: &str, plain: &str);
    rec_import_too_many();
    err_import_letters();
    rec_import_letters();
    err_import_not_a_diary(what: &str);
    rec_import_not_a_diary();
    err_import_not_supported(program: &str);
    rec_import_not_supported();
    err_import_encrypted(program: &str);
    rec_import_encrypted();
    err_import_own_entry(number: &str);
    rec_import_own_entry();
    err_import_foreign();
    rec_import_foreign();
    err_import_room();
    rec_import_room();
    import_file_open();
    import_file_secrets(secrets: &str);

    err_import_backup();
    rec_import_backup();
    megabytes(count: &str);

    // Import, in the app
    import_would_add(count: u64);
    import_would_change(count: u64);
    import_would_hold(count: u64);
    import_do(count: u64);
    import_do_change(count: u64);
    import_do_hold(count: u64);
    import_span(from: &str, to: &str);
    import_questions(count: u64);
    import_questions_lead();
    import_answer_first();
    import_held_wait(count: u64);

    // How safe the diary is
    copies_empty_title();
    copies_empty_text();
    copies_none_title();
    copies_none_text();
    copies_last(day: &str);
    copies_last_text();
    copies_old_text();
    copies_kept();
    copies_not_kept();
    copies_room(room: &str);
    copies_demo();

    err_file_unreadable();
    rec_file_unreadable();

    // Import and export: the screen
    data_in_title();
    data_choose();
    data_choose_file();
    data_reading(name: &str);
    data_in_hint();
    data_programs();
    data_programs_list();
    data_programs_how();
    data_no_file();
    data_past();
    data_take_back();
    data_take_back_named(name: &str);
    data_take_whole_back();
    data_leave();
    data_would();
    data_became();
    data_counts();
    data_holds();
    data_notes(count: u64);
    data_not_taken();
    data_see_today();
    data_zone();
    data_elsewhere();
    data_elsewhere_add();
    data_zone_there();
    data_from();
    data_until();
    data_out_title();
    data_out_open();
    data_out_all();
    data_out_all_text();
    data_out_doses();
    data_out_check_ins();
    data_out_ratings();
    data_out_table();
    data_out_journal();
    data_out_journal_text();
    data_saved(name: &str);
    data_backup_text();
    data_backup_make();
    data_backup_bring();
    data_backup_bring_text();
    data_ask_to_keep();
    data_backup_title();
}
