//! Functions whose code is the same to the byte become one. The compiler makes a function anew for each type it serves,
//! and thousands of them end up alike; the linker for the browser does not look.

use std::collections::HashMap;
use std::convert::Infallible;

use anyhow::{Context as _, Result};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// The same program with each function once. Folding makes callers alike in their turn, so it is done until none is.
pub(crate) fn alike(mut program: Vec<u8>) -> Result<Vec<u8>> {
    loop {
        let mut fold = Fold::of(&program).context("look for functions that are alike")?;
        if fold.is_nothing() {
            return Ok(program);
        }
        let mut folded = Module::new();
        fold.parse_core_module(&mut folded, Parser::new(0), &program)
            .context("fold functions that are alike")?;
        program = folded.finish();
    }
}

/// Who stands for whom.
struct Fold {
    n_imported: u32,
    /// For each function, imported ones first: the number it has from now on.
    numbers: Vec<u32>,
    /// For each function with code: whether it stays.
    stays: Vec<bool>,
}

impl Fold {
    fn of(program: &[u8]) -> Result<Self> {
        let mut n_imported = 0;
        let mut types = Vec::new();
        let mut bodies = Vec::new();
        for payload in Parser::new(0).parse_all(program) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        n_imported += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                    }
                }
                Payload::FunctionSection(functions) => {
                    for kind in functions {
                        types.push(kind?);
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
                _ => {}
            }
        }
        let mut numbers: Vec<u32> = (0..n_imported).collect();
        let mut stays = Vec::new();
        let mut first: HashMap<(u32, &[u8]), u32> = HashMap::new();
        let mut next = n_imported;
        for function in types.into_iter().zip(bodies) {
            let number = *first.entry(function).or_insert(next);
            stays.push(number == next);
            next += u32::from(number == next);
            numbers.push(number);
        }
        Ok(Self {
            n_imported,
            numbers,
            stays,
        })
    }

    fn is_nothing(&self) -> bool {
        self.stays.iter().all(|stays| *stays)
    }
}

impl Reencode for Fold {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        let number = usize::try_from(function).ok().and_then(|at| self.numbers.get(at));
        Ok(*number.unwrap_or(&function))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for (at, kind) in section.into_iter().enumerate() {
            let kind = kind?;
            if self.stays.get(at) == Some(&true) {
                functions.function(kind);
            }
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for (at, body) in section.into_iter().enumerate() {
            let body = body?;
            if self.stays.get(at) == Some(&true) {
                utils::parse_function_body(self, code, body)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function, ImportSection, RefType,
        TableSection, TableType, TypeSection, ValType,
    };
    use wasmparser::{ExternalKind, Validator};

    use super::*;

    /// One imported function and, for each body, one with code: the numbers it calls one after another. All are exported as
    /// `f0`, `f1`, …, and stand in a table.
    fn program(bodies: &[&[u32]]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([], [ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("page", "hear", EntityType::Function(0));
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        let mut exports = ExportSection::new();
        let mut numbers = Vec::new();
        for (number, calls) in (1..).zip(bodies) {
            functions.function(0);
            let mut body = Function::new([]);
            for called in *calls {
                body.instructions().call(*called);
            }
            body.instructions().end();
            code.function(&body);
            exports.export(&format!("f{}", number - 1), ExportKind::Func, number);
            numbers.push(number);
        }
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            minimum: 9,
            maximum: None,
            table64: false,
            shared: false,
        });
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(0), Elements::Functions(numbers.into()));
        let mut module = Module::new();
        let module = module
            .section(&types)
            .section(&imports)
            .section(&functions)
            .section(&tables);
        let program = module.section(&exports).section(&elements).section(&code);
        program.as_slice().to_vec()
    }

    /// How many functions have code, and which one each export names.
    fn shape(program: &[u8]) -> (usize, Vec<u32>) {
        Validator::new().validate_all(program).unwrap();
        let (mut n_bodies, mut exported) = (0, Vec::new());
        for payload in Parser::new(0).parse_all(program) {
            match payload.unwrap() {
                Payload::CodeSectionEntry(_) => n_bodies += 1,
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export.unwrap();
                        assert_eq!(export.kind, ExternalKind::Func);
                        exported.push(export.index);
                    }
                }
                _ => {}
            }
        }
        (n_bodies, exported)
    }

    #[test]
    fn functions_that_are_alike_become_one_and_the_others_keep_their_calls() {
        let folded = alike(program(&[&[0], &[0, 0], &[0], &[2], &[0]])).unwrap();
        assert_eq!(shape(&folded), (3, vec![1, 2, 1, 3, 1]));
    }

    #[test]
    fn callers_that_become_alike_are_folded_too() {
        // 3 calls 1 and 4 calls 2, which are alike.
        let folded = alike(program(&[&[0], &[0], &[1], &[2]])).unwrap();
        assert_eq!(shape(&folded), (2, vec![1, 1, 2, 2]));
    }

    #[test]
    fn a_program_without_twins_stays_as_it_is() {
        let before = program(&[&[0], &[0, 0], &[]]);
        assert_eq!(alike(before.clone()).unwrap(), before);
    }

    #[test]
    fn what_is_no_program_is_refused() {
        assert!(alike(b"no program".to_vec()).is_err());
    }
}
