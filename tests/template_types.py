"""What templates may say: each name and attribute that they use, looked up in the types of what
they are given.

Types are followed through loops, pairs, `set`, and into the macros that a template calls. Where
nothing is known of a type nothing is said.
"""

import types
from collections.abc import Callable, Iterable
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import Environment, nodes

KEPT = ("list", "reject", "rejectattr", "select", "selectattr", "sort", "unique")
"""Filters that give members of what they are given."""
METHODS = {"get": lambda key, value: value, "items": lambda key, value: list[tuple[key, value]]}
METHODS["values"] = lambda key, value: list[value]
METHODS["keys"] = lambda key, value: list[key]
"""What a method of a dictionary gives."""


def of_field(owner: type, name: str) -> Any:
    """The type of an attribute; None where there is no such attribute."""
    hints = get_type_hints(owner)
    if name in hints:
        return hints[name]
    found = getattr(owner, name, None)
    if isinstance(found, property):
        return get_type_hints(found.fget).get("return", Any)
    if callable(found):
        returned = {"return": Any, **get_type_hints(found)}["return"]
        return Callable[..., returned]
    return None if found is None else Any


def members(kind: Any) -> list[Any]:
    """The types of a union, without None; else the one type."""
    every = get_args(kind) if get_origin(kind) in (Union, types.UnionType) else (kind,)
    return [each for each in every if each is not type(None)]


def one(kinds: Iterable[Any]) -> Any:
    """The type, where all agree; else nobody knows."""
    kinds = list(kinds)
    return kinds[0] if kinds and all(each == kinds[0] for each in kinds) else Any


def of_element(kind: Any) -> Any:
    """What a loop over it gives."""
    arguments = get_args(kind)
    if get_origin(kind) is tuple and arguments[-1:] != (...,):
        return one(arguments)
    return arguments[0] if arguments and get_origin(kind) in (list, tuple, dict, set) else Any


class Reader:
    """Reads templates with the types of what they are given, and notes what is not there."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.faults: dict[str, None] = {}
        self.used: set[str] = set()
        self._read: set[Any] = set()

    def read(self, name: str, given: dict[str, Any]) -> dict[str, Any]:
        """Reads one template; the names that it leaves to those that import it."""
        assert self.environment.loader
        source, *_ = self.environment.loader.get_source(self.environment, name)
        own = dict(given)
        self._body(name, self.environment.parse(source).body, own)
        return own

    def _body(self, name: str, body: Iterable[nodes.Node], known: dict[str, Any]) -> None:
        body = list(body)
        for macro in body:
            if isinstance(macro, nodes.Macro):
                known[macro.name] = (name, macro, known)
        for node in body:
            self._node(name, node, known)

    def _node(self, name: str, node: nodes.Node, known: dict[str, Any]) -> None:
        match node:
            case nodes.Macro():
                pass
            case nodes.FromImport():
                imported = self.read(node.template.value, known)
                known |= {each: imported.get(each) for each in node.names}
                self.faults |= {
                    f"{name}:{node.lineno} {each}": None
                    for each in node.names
                    if each not in imported
                }
            case nodes.Include():
                for each in self._included(node.template):
                    self.read(each, known)
            case nodes.Assign():
                self._bind(node.target, self._type(name, node.node, known), known)
            case nodes.For():
                inner = known | {"loop": Any}
                self._bind(node.target, of_element(self._type(name, node.iter, known)), inner)
                if node.test:
                    self._type(name, node.test, inner)
                self._body(name, node.body, inner)
                self._body(name, node.else_, known)
            case nodes.CallBlock():
                self._type(name, node.call, known)
                self._body(name, node.body, dict(known))
            case nodes.If():
                self._type(name, node.test, known)
                for part in (node.body, node.elif_, node.else_):
                    self._body(name, part, known)
            case nodes.Expr():
                self._type(name, node, known)
            case _:
                for child in node.iter_child_nodes():
                    self._node(name, child, known)

    def _included(self, template: nodes.Expr) -> list[str]:
        """What may be included: of `"parts/kinds/" ~ kind ~ ".html"` each file of the folder."""
        if isinstance(template, nodes.Const):
            return [template.value]
        folder = next(template.find_all(nodes.Const)).value
        return [each for each in self.environment.list_templates() if each.startswith(folder)]

    def _bind(self, target: nodes.Node, kind: Any, known: dict[str, Any]) -> None:
        if isinstance(target, nodes.Name):
            known[target.name] = kind
        elif isinstance(target, nodes.Tuple):
            parts = get_args(kind)
            for number, each in enumerate(target.items):
                self._bind(each, parts[number] if len(parts) == len(target.items) else Any, known)

    def _type(self, name: str, node: nodes.Node, known: dict[str, Any]) -> Any:
        """The type of an expression."""
        match node:
            case nodes.Name():
                self.used.add(node.name)
                if node.name not in known and node.name not in self.environment.globals:
                    self.faults[f"{name}:{node.lineno} {node.name}"] = None
                return known.get(node.name, Any)
            case nodes.Getattr():
                return self._attribute(name, node, self._type(name, node.node, known))
            case nodes.Call():
                return self._call(name, node, known)
            case nodes.Getitem():
                owner = self._type(name, node.node, known)
                self._type(name, node.arg, known)
                if isinstance(node.arg, nodes.Slice):
                    return owner
                if get_origin(owner) is dict:
                    return get_args(owner)[1]
                exact = get_origin(owner) is tuple and get_args(owner)[-1:] != (...,)
                if exact and isinstance(node.arg, nodes.Const):
                    return get_args(owner)[node.arg.value]
                return of_element(owner) if get_origin(owner) in (list, tuple) else Any
            case nodes.Filter():
                kinds = [self._type(name, child, known) for child in node.iter_child_nodes()]
                return kinds[0] if node.name in KEPT and kinds else Any
            case nodes.Const():
                return type(node.value)
            case _:
                for child in node.iter_child_nodes():
                    self._type(name, child, known)
                return Any

    def _attribute(self, name: str, node: nodes.Getattr, owner: Any) -> Any:
        found = []
        for kind in members(owner):
            if get_origin(kind) is dict:
                found.append(Callable[..., METHODS[node.attr](*get_args(kind))])
            elif isinstance(kind, type) and kind.__module__.startswith("build_tools."):
                found.append(of_field(kind, node.attr))
            else:
                found.append(Any)
        if found and all(each is None for each in found):
            self.faults[f"{name}:{node.lineno} {members(owner)[0].__name__}.{node.attr}"] = None
        return one(each for each in found if each is not None)

    def _call(self, name: str, node: nodes.Call, known: dict[str, Any]) -> Any:
        called = self._type(name, node.node, known)
        given = [self._type(name, each, known) for each in node.args]
        named = {each.key: self._type(name, each.value, known) for each in node.kwargs}
        if isinstance(called, tuple):
            self._macro(*called, given, named)
            return Any
        return get_args(called)[-1] if get_args(called) and get_origin(called) is not dict else Any

    def _macro(
        self,
        name: str,
        macro: nodes.Macro,
        around: dict[str, Any],
        given: list[Any],
        named: dict[str, Any],
    ) -> None:
        """Reads a macro with the types of a call, once for each set of them."""
        inner = around | dict.fromkeys((each.name for each in macro.args), Any)
        inner |= {each.name: kind for each, kind in zip(macro.args, given, strict=False)}
        inner |= named | {"caller": Any}
        read = (name, macro.name, str([inner[each.name] for each in macro.args]))
        if read not in self._read:
            self._read.add(read)
            self._body(name, macro.body, inner)
