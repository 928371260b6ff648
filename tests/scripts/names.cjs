// The names of a script, read with the parser that node brings for itself: what it declares and never uses, and what it uses
// that neither it nor a browser declares. Run with --expose-internals; gives JSON.
"use strict";
const { readFileSync } = require("node:fs");
const { parse } = require("internal/deps/acorn/acorn/dist/acorn");
const { full } = require("internal/deps/acorn/acorn-walk/dist/walk");

const named = (pattern) =>
  !pattern ? []
    : pattern.type === "Identifier" ? [pattern.name]
      : pattern.type === "ObjectPattern" ? pattern.properties.flatMap((one) => named(one.value || one.argument))
        : pattern.type === "ArrayPattern" ? pattern.elements.flatMap(named)
          : named(pattern.left || pattern.argument);           // a default, or the rest

const declared = new Set(), parameters = new Set(), used = new Set();
const add = (to, ...patterns) => patterns.flatMap(named).forEach((name) => to.add(name));
full(parse(readFileSync(process.argv[2], "utf8"), { ecmaVersion: "latest" }), (node, _, type) => {
  if (node.type === "VariableDeclarator") add(declared, node.id);
  else if (/Function|Class/.test(node.type)) { add(declared, node.id); add(parameters, ...(node.params || [])); }
  else if (node.type === "CatchClause") add(parameters, node.param);
  else if (node.type === "AssignmentExpression") add(used, ...(node.left.type === "MemberExpression" ? [] : [node.left]));
  else if (type === "Identifier") used.add(node.name);
});
const unused = [...declared].filter((name) => !used.has(name));
const unknown = [...used].filter((name) => !declared.has(name) && !parameters.has(name) && !(name in globalThis));
process.stdout.write(JSON.stringify({ unused, unknown }));
