//! Makes the program smaller to send without changing what it does. Functions whose code is the same to the byte become
//! one: the compiler makes a function anew for each type it serves, thousands end up alike, and the linker for the browser
//! does not look. Then they are put in the order of their names, so that similar ones lie side by side and pack better.

use std::collections::HashMap;
use std::convert::Infallible;

use anyhow::{Context as _, Result};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, FunctionSectionReader, KnownCustom, Name, Parser, Payload, TypeRef,
};

/// The same program with each function once, sorted by name, and without the names.
pub(crate) fn fold(mut program: Vec<u8>) -> Result<Vec<u8>> {
    // Folding makes callers alike in their turn.
    let mut names = Functions::of(&program).context("read the functions")?.names;
    loop {
        let functions = Functions::of(&program).context("read the functions")?;
        let plan = functions.each_once();
        if plan.order.len() == functions.bodies.len() {
            break;
        }
        names = plan.order.iter().filter_map(|at| names.get(*at).cloned()).collect();
        program = plan.carry_out(&program)?;
    }
    let functions = Functions::of(&program).context("read the functions")?;
    functions.sorted(&names).carry_out(&program)
}

/// The functions of a program that have code.
struct Functions<'p> {
    n_imported: u32,
    types: Vec<u32>,
    bodies: Vec<&'p [u8]>,
    /// As the compiler calls them; empty where it does not say.
    names: Vec<String>,
}

impl<'p> Functions<'p> {
    fn of(program: &'p [u8]) -> Result<Self> {
        let (mut n_imported, mut types, mut bodies, mut named) = (0, Vec::new(), Vec::new(), HashMap::new());
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
                Payload::CustomSection(section) => {
                    let KnownCustom::Name(parts) = section.as_known() else {
                        continue;
                    };
                    for part in parts {
                        let Name::Function(names) = part? else { continue };
                        for naming in names {
                            let naming = naming?;
                            named.insert(naming.index, naming.name.to_owned());
                        }
                    }
                }
                _ => {}
            }
        }
        let names = (n_imported..).take(bodies.len());
        let names = names.map(|number| named.remove(&number).unwrap_or_default()).collect();
        Ok(Self {
            n_imported,
            types,
            bodies,
            names,
        })
    }

    fn each_once(&self) -> Plan {
        let mut first = HashMap::new();
        let mut order = Vec::new();
        let mut numbers: Vec<u32> = (0..self.n_imported).collect();
        for (at, function) in self.types.iter().zip(&self.bodies).enumerate() {
            let next = (self.n_imported..).nth(order.len()).unwrap_or(u32::MAX);
            let number = *first.entry(function).or_insert(next);
            if number == next {
                order.push(at);
            }
            numbers.push(number);
        }
        Plan { numbers, order }
    }

    fn sorted(&self, names: &[String]) -> Plan {
        let mut order: Vec<usize> = (0..self.bodies.len()).collect();
        order.sort_by_key(|at| names.get(*at));
        let mut own = vec![0; order.len()];
        for (number, at) in (self.n_imported..).zip(&order) {
            own[*at] = number;
        }
        let numbers = (0..self.n_imported).chain(own).collect();
        Plan { numbers, order }
    }
}

/// Who has which number from now on.
struct Plan {
    /// For each function, imported ones first: its number.
    numbers: Vec<u32>,
    /// The functions with code that stay, as they will stand.
    order: Vec<usize>,
}

impl Plan {
    fn carry_out(mut self, program: &[u8]) -> Result<Vec<u8>> {
        let mut made = Module::new();
        self.parse_core_module(&mut made, Parser::new(0), program)
            .context("write the functions anew")?;
        Ok(made.finish())
    }
}

impl Reencode for Plan {
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
        let kinds = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for kind in self.order.iter().filter_map(|at| kinds.get(*at)) {
            functions.function(*kind);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for at in self.order.clone() {
            if let Some(body) = bodies.get(at) {
                utils::parse_function_body(self, code, body.clone())?;
            }
        }
        Ok(())
    }

    /// The names are for this step only.
    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Result<(), Error<Infallible>> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function, ImportSection, NameMap,
        NameSection, RefType, Section as _, TableSection, TableType, TypeSection, ValType,
    };
    use wasmparser::{ExternalKind, Validator};

    use super::*;

    /// One imported function and, for each body, one with code: the numbers it calls one after another. All are exported as
    /// `f0`, `f1`, …, and stand in a table.
    fn program(bodies: &[&[u32]]) -> Vec<u8> {
        let numbers: Vec<u32> = (1..).take(bodies.len()).collect();
        program_of(bodies, &numbers)
    }

    /// The same with the exports and the table in another order.
    fn program_of(bodies: &[&[u32]], numbers: &[u32]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([], [ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("page", "hear", EntityType::Function(0));
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        let mut exports = ExportSection::new();
        for (at, number) in numbers.iter().enumerate() {
            exports.export(&format!("f{at}"), ExportKind::Func, *number);
        }
        for calls in bodies {
            functions.function(0);
            let mut body = Function::new([]);
            for called in *calls {
                body.instructions().call(*called);
            }
            body.instructions().end();
            code.function(&body);
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
        let folded = fold(program(&[&[0], &[0, 0], &[0], &[2], &[0]])).unwrap();
        assert_eq!(shape(&folded), (3, vec![1, 2, 1, 3, 1]));
    }

    #[test]
    fn callers_that_become_alike_are_folded_too() {
        // 3 calls 1 and 4 calls 2, which are alike.
        let folded = fold(program(&[&[0], &[0], &[1], &[2]])).unwrap();
        assert_eq!(shape(&folded), (2, vec![1, 1, 2, 2]));
    }

    #[test]
    fn functions_stand_in_the_order_of_their_names_which_are_dropped() {
        let mut naming = NameMap::new();
        for (number, name) in [(1, "c"), (2, "a"), (3, "b")] {
            naming.append(number, name);
        }
        let mut names = NameSection::new();
        names.functions(&naming);
        // `a` calls `c`.
        let mut named = program(&[&[0], &[1], &[]]);
        names.append_to(&mut named);
        let sorted = fold(named).unwrap();
        assert_eq!(shape(&sorted), (3, vec![3, 1, 2]));
        assert_eq!(sorted, fold(program_of(&[&[3], &[], &[0]], &[3, 1, 2])).unwrap());
    }

    #[test]
    fn a_program_without_twins_stays_as_it_is() {
        let before = program(&[&[0], &[0, 0], &[]]);
        assert_eq!(fold(before.clone()).unwrap(), before);
    }

    #[test]
    fn what_is_no_program_is_refused() {
        assert!(fold(b"no program".to_vec()).is_err());
    }
}
