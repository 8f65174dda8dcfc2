#!/usr/bin/env node
/**
 * An enricher (docs/ENRICHMENT.md): answers for websites and IP addresses from a folder of answers of RDAP (RFC 9083),
 * a JSON file each, that somebody has fetched before. Nothing is asked over a network.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';

const mostFiles = 5_000;
const mostBytes = 1_000_000;

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('rdap-files FOLDER\n');
  process.exit(2);
}
const { node } = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify({ facts: recordsIn(folder).flatMap(factsOf) }));

/**
 * The records of the folder that are about the node, each with its file's name.
 * @param {string} path
 */
function recordsIn(path) {
  const about = node.type === 'ip' ? isOfAddress(node.id) : isOfDomain(domainOf(node));
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .slice(0, mostFiles)
    .flatMap((name) => {
      const file = join(path, name);
      if (statSync(file).size > mostBytes) return [];
      try {
        const record = JSON.parse(readFileSync(file, 'utf8'));
        return about(record) ? [{ name, record }] : [];
      } catch {
        // A file that is none of RDAP's says nothing.
        return [];
      }
    });
}

/** @param {{ id: string, caption: string }} of */
function domainOf({ id, caption }) {
  for (const text of [caption, id]) {
    const host = /^(?:https?:\/\/)?([a-z0-9.-]+\.[a-z]{2,})(?:[/:?#]|$)/i.exec(text)?.[1];
    if (host) return host.toLowerCase().replace(/\.$/, '');
  }
  return '';
}

/** @typedef {Record<string, any>} Part Of a record, as somebody fetched it. */

/**
 * @param {string} domain
 * @returns {(record: Part) => boolean}
 */
function isOfDomain(domain) {
  return ({ objectClassName, ldhName }) => {
    const name = String(ldhName ?? '').toLowerCase();
    return objectClassName === 'domain' && name.includes('.') && `.${domain}`.endsWith(`.${name}`);
  };
}

/**
 * @param {string} address
 * @returns {(record: Part) => boolean}
 */
function isOfAddress(address) {
  const own = numberOf(address);
  return ({ objectClassName, startAddress, endAddress }) => {
    if (objectClassName !== 'ip network' || own === null) return false;
    const [first, last] = [numberOf(startAddress), numberOf(endAddress)];
    const alike = isIP(address) === isIP(startAddress) && isIP(address) === isIP(endAddress);
    return alike && first !== null && last !== null && first <= own && own <= last;
  };
}

/**
 * An address as a number; null for what is none.
 * @param {string} text
 */
function numberOf(text) {
  if (isIP(text) === 4) return BigInt(`0x${text.split('.').map(hex).join('')}`);
  if (isIP(text) !== 6 || text.includes('.')) return null;
  const [before = [], after] = text.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array(8 - before.length - (after?.length ?? 0)).fill('0');
  const groups = [...before, ...(after === undefined ? [] : zeros), ...(after ?? [])];
  return BigInt(`0x${groups.map((group) => group.padStart(4, '0')).join('')}`);
}

/** @param {string} byte */
function hex(byte) {
  return Number(byte).toString(16).padStart(2, '0');
}

/** @param {{ name: string, record: Part }} found */
function factsOf({ name, record }) {
  /** @type {Part[]} */
  const dated = record.events ?? [];
  const checked = dated.find(({ eventAction }) => eventAction === 'last update of RDAP database');
  const shared = { source: `RDAP, ${name}`, date: dayOf(checked?.eventDate) };
  /** @type {(called: string, value: unknown, thing?: string | null) => object[]} */
  const fact = (called, value, thing = null) =>
    typeof value === 'string' && value.trim() !== ''
      ? [{ name: called, value: value.slice(0, 2_000), thing, ...shared }]
      : [];
  const events = dated
    .filter(({ eventAction }) => ['registration', 'expiration'].includes(eventAction))
    .flatMap(({ eventAction, eventDate }) => fact(eventAction, dayOf(eventDate)));
  /** @type {Part[]} */
  const named = record.nameservers ?? [];
  const servers = named.map(({ ldhName }) => ldhName).join(', ');
  /** @type {Part[]} */
  const entities = record.entities ?? [];
  return [
    ...fact('network', record.objectClassName === 'ip network' ? record.name : undefined),
    ...entities.flatMap((entity) => ofEntity(entity, fact)),
    ...events,
    ...fact('name servers', servers),
  ].slice(0, 50);
}

/**
 * Who a record names, by role; of a person or an organisation, as its card says.
 * @param {Part} entity
 * @param {(called: string, value: unknown, thing?: string | null) => object[]} fact
 */
function ofEntity({ roles = [], vcardArray }, fact) {
  /** @type {unknown[][]} */
  const card = vcardArray?.[1] ?? [];
  /** @param {string} called */
  const field = (called) => card.find(([key]) => key === called)?.[3];
  return fact(roles.join(', '), field('fn'), field('kind') === 'individual' ? 'person' : 'company');
}

/** @param {string | undefined} text */
function dayOf(text) {
  return /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0] ?? null;
}
