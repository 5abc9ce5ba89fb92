/* global Node */
// Draws trees of plain objects into the page and changes only what differs: focus, scroll and what is typed stay.

const SVG = 'http://www.w3.org/2000/svg';
const DRAWN_AS_SVG = new Set(['svg', 'use']);
/** What the reader changes as well: kept as a property, and left alone while the field has the focus. */
const PROPERTIES = new Set(['value', 'checked']);
const keys = new WeakMap();
const drawn = new WeakMap();

/** One element of a tree. A child that is null or false is left out; `key` tells it from its siblings. */
export function h(tag, attributes, ...children) {
  const { key = null, ...rest } = attributes ?? {};
  return { tag, key, attributes: rest, children: flatten(children) };
}

function flatten(trees) {
  return trees
    .flat(Infinity)
    .filter((tree) => tree !== null && tree !== undefined && tree !== false)
    .map((tree) => (typeof tree === 'object' ? tree : String(tree)));
}

/** Makes the children of `parent` what the trees say; they may be nested lists. */
export function draw(parent, nested) {
  const trees = flatten(nested);
  const wanted = new Set(trees.map((tree) => tree.key ?? null));
  const byKey = new Map();
  for (const node of parent.childNodes) if (keys.has(node)) byKey.set(keys.get(node), node);
  let cursor = parent.firstChild;
  for (const tree of trees) {
    // What is going away must not make its successors move: a moved element loses the focus.
    while (cursor && keys.has(cursor) && !wanted.has(keys.get(cursor))) cursor = removed(cursor);
    const node = place(parent, tree, cursor, byKey);
    cursor = node.nextSibling;
  }
  while (cursor) cursor = removed(cursor);
}

function removed(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

function place(parent, tree, cursor, byKey) {
  if (typeof tree === 'string') {
    if (cursor?.nodeType !== Node.TEXT_NODE)
      return parent.insertBefore(document.createTextNode(tree), cursor);
    if (cursor.data !== tree) cursor.data = tree;
    return cursor;
  }
  const node = find(tree, cursor, byKey) ?? make(tree);
  if (node !== cursor) parent.insertBefore(node, cursor);
  setAttributes(node, tree.attributes);
  draw(node, tree.children);
  // A select knows its value only when its options are there.
  if (tree.tag === 'select') setProperty(node, 'value', tree.attributes.value);
  return node;
}

function find(tree, cursor, byKey) {
  const node = tree.key === null ? cursor : byKey.get(tree.key);
  if (!node || node.localName !== tree.tag) return null;
  return tree.key === null && keys.has(node) ? null : node;
}

function make(tree) {
  const node = DRAWN_AS_SVG.has(tree.tag)
    ? document.createElementNS(SVG, tree.tag)
    : document.createElement(tree.tag);
  if (tree.key !== null) keys.set(node, tree.key);
  return node;
}

function setAttributes(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (PROPERTIES.has(name) && node.localName !== 'option') {
      if (node.localName !== 'select') setProperty(node, name, value);
    } else if (value === false || value === null || value === undefined) node.removeAttribute(name);
    else if (node.getAttribute(name) !== (value === true ? '' : String(value)))
      node.setAttribute(name, value === true ? '' : String(value));
  }
  for (const name of node.getAttributeNames())
    if (!(name in attributes) && name !== 'open') node.removeAttribute(name);
}

/** Sets it when the drawn value changes, not when the reader changed it: that is on its way to the state. */
function setProperty(node, name, value) {
  const isTyping = name === 'value' && document.activeElement === node;
  if (value === undefined || isTyping || drawn.get(node) === value) return;
  drawn.set(node, value);
  if (node[name] !== value) node[name] = value;
}

/** What the reader changed here was refused: the next drawing puts back what is true. */
export function putBack(node) {
  drawn.delete(node);
}
