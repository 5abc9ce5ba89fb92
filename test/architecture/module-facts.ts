import path from 'node:path';
import ts from 'typescript';

/** What one file gives to others and takes from them. */
export interface ModuleFacts {
  /** Exported name to whether it is a value; a type is not. */
  readonly exported: Map<string, { isValue: boolean; isPassedOn: boolean }>;
  /** Own files it imports from, with the names taken; `*` is all. */
  readonly imported: Map<string, Set<string>>;
  /** How often each identifier stands in the file. */
  readonly mentions: Map<string, number>;
}

/** Reads a file's imports and exports from its syntax alone; imports carry their extension, so paths need no search. */
export function readModuleFacts(name: string, text: string): ModuleFacts {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const facts: ModuleFacts = { exported: new Map(), imported: new Map(), mentions: new Map() };
  const take = (specifier: ts.Expression | undefined, names: string[]): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier) || !specifier.text.startsWith('.'))
      return;
    const target = path.posix.join(path.posix.dirname(name), specifier.text);
    const taken = facts.imported.get(target) ?? new Set();
    names.forEach((one) => taken.add(one));
    facts.imported.set(target, taken);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) facts.mentions.set(node.text, (facts.mentions.get(node.text) ?? 0) + 1);
    if (ts.isImportDeclaration(node)) take(node.moduleSpecifier, namesOfImport(node.importClause));
    if (ts.isExportDeclaration(node)) {
      take(node.moduleSpecifier, namesOfReexport(node));
      noteExportList(node, facts);
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      take(node.arguments[0], ['*']);
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) take(node.argument.literal, ['*']);
    ts.forEachChild(node, visit);
  };
  visit(source);
  source.statements.forEach((statement) => noteDeclaration(statement, facts));
  return facts;
}

function namesOfImport(clause: ts.ImportClause | undefined): string[] {
  if (clause === undefined) return [];
  const names = clause.name === undefined ? [] : ['default'];
  const bindings = clause.namedBindings;
  if (bindings === undefined) return names;
  if (ts.isNamespaceImport(bindings)) return ['*'];
  return [...names, ...bindings.elements.map((element) => (element.propertyName ?? element.name).text)];
}

function namesOfReexport({ exportClause }: ts.ExportDeclaration): string[] {
  if (exportClause === undefined || !ts.isNamedExports(exportClause)) return ['*'];
  return exportClause.elements.map((element) => (element.propertyName ?? element.name).text);
}

function noteExportList(node: ts.ExportDeclaration, facts: ModuleFacts): void {
  if (node.exportClause === undefined || !ts.isNamedExports(node.exportClause)) return;
  for (const element of node.exportClause.elements) {
    const isValue = !node.isTypeOnly && !element.isTypeOnly;
    facts.exported.set(element.name.text, { isValue, isPassedOn: node.moduleSpecifier !== undefined });
  }
}

function noteDeclaration(statement: ts.Statement, facts: ModuleFacts): void {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  const has = (kind: ts.SyntaxKind): boolean => modifiers.some((modifier) => modifier.kind === kind);
  if (!has(ts.SyntaxKind.ExportKeyword)) return;
  const isValue = !ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement);
  const note = (name: string): unknown => facts.exported.set(name, { isValue, isPassedOn: false });
  if (has(ts.SyntaxKind.DefaultKeyword)) note('default');
  else if (ts.isVariableStatement(statement)) {
    statement.declarationList.declarations.forEach(({ name }) => ts.isIdentifier(name) && note(name.text));
  } else if (
    'name' in statement &&
    statement.name !== undefined &&
    ts.isIdentifier(statement.name as ts.Node)
  ) {
    note((statement.name as ts.Identifier).text);
  }
}
