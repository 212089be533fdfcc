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
    import_table();
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
    data_backup_choose();
    data_backup_hint();
    data_backup_passphrase();
    data_backup_readable();
    data_backup_part();
    data_restore_lead();
    data_opens_with();
    data_recovery_phrase();
    data_backup_title();

    // Products and batches
    products_lead();
    products_add();
    products_usual();
    products_diary_only();
    products_new_batch();
    products_new_batch_of(name: &str);
    products_change();
    products_change_named(name: &str);
    products_make_usual();
    products_make_usual_named(name: &str);
    products_batches();
    products_batch_unnamed();
    products_in_use();
    products_opened(day: &str);
    products_likely(range: &str);
    products_strength_unknown();
    products_leaf();
    products_extract();
    products_seven_oh();
    products_other();
    products_leaf_hint();
    products_extract_hint();
    products_diary_only_hint();
    products_other_hint();
    products_seven_oh_why();
    products_other_why();
    products_mitragynine();
    products_seven_oh_content();
    products_capsule();
    products_teaspoon();
    products_tea();
    products_mg_per_gram();
    products_mg_each();
    products_grams();
    products_grams_per_liter();
    products_name();
    products_kind();
    products_strength();
    products_strength_hint();
    products_mg_per_gram_field();
    products_mg_each_field();
    products_seven_oh_each_field();
    products_capsule_field();
    products_teaspoon_field();
    products_tea_field();
    products_give_or_take_of(of: &str);
    products_note();
    products_cancel();
    products_remove();
    products_remove_text();
    products_opened_when();
    products_opened_hint();
    products_batch_name();
    products_batch_why();
    products_remove_batch();

    // Backups that are of no use
    err_backup_not_chosen();
    rec_backup_not_chosen();
    err_backup_demo();
    rec_backup_demo();
    err_backup_damaged();
    rec_backup_damaged();
    err_not_a_backup();
    rec_not_a_backup();
    err_backup_newer();
    rec_backup_newer();
    err_backup_other();
    rec_backup_other();
    err_backup_secret();
    rec_backup_secret();
    err_backup_not_empty();
    rec_backup_not_empty();
    err_backup_room();
    rec_backup_room();
}
