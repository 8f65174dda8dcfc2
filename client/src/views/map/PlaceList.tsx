import { Text, UnstyledButton } from '@mantine/core';
import { parseRef } from '../../../../domain/schema/graph.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useMark, useMarks } from '../../workspace/marks.tsx';
import { dayAndTime } from '../../theme/formats.ts';
import { countryName, placeName } from './country-names.ts';
import type { ClaimedCountry, Jump, SeenPlace } from './map-places.ts';
import { usePlaceActs } from './use-place-acts.ts';
import { nameOfPlace } from '../place-name.ts';
import { ViewNodeLink } from '../ViewNodeLink.tsx';

const text = messages.views.map;
const mostListed = 200;

interface PlaceListProps {
  seen: readonly SeenPlace[];
  claims: readonly ClaimedCountry[];
  jumps: readonly Jump[];
  nameOf: (ref: string) => string;
}

/** All that the map shows, for those who read it or go by the keyboard. */
export function PlaceList({ seen, claims, jumps, nameOf }: PlaceListProps) {
  return (
    <div className="place-list" tabIndex={0} role="group" aria-label={text.list}>
      <Text component="h3" size="sm" fw={650}>
        {text.list} <span className="tab-count">{seen.length}</span>
      </Text>
      <ul>
        {seen.slice(0, mostListed).map((place) => (
          <SeenItem key={nameOfPlace(place)} place={place} />
        ))}
      </ul>
      {jumps.length > 0 && <Jumps jumps={jumps} nameOf={nameOf} />}
      {claims.length > 0 && <Claims claims={claims} nameOf={nameOf} />}
    </div>
  );
}

function SeenItem({ place }: { place: SeenPlace }) {
  const { isHere, pick } = usePlaceActs();
  const { addresses, accounts, logins } = place;
  return (
    <li>
      <UnstyledButton
        className="place-item"
        aria-pressed={isHere(place)}
        onClick={({ shiftKey }) => pick(place, shiftKey)}
      >
        <bdi>{placeName(place)}</bdi>
        <span className="faint small">
          {text.addresses(addresses.length)} · {text.logins(logins)} ·{' '}
          {text.accounts(accounts.length)}
        </span>
      </UnstyledButton>
    </li>
  );
}

function Jumps({ jumps, nameOf }: { jumps: readonly Jump[]; nameOf: (ref: string) => string }) {
  const place = (name: string) => {
    const [country = '', city = ''] = name.split('|');
    return placeName({ country, city: city || null });
  };
  const figure = (n: number, digits: number) =>
    n.toLocaleString(messages.page.locale, { maximumFractionDigits: digits });
  return (
    <>
      <Text component="h3" size="sm" fw={650} mt="md">
        {text.jumps} <span className="tab-count">{jumps.length}</span>
      </Text>
      <Text size="xs" c="dimmed">
        {text.jumpHint}
      </Text>
      <ul>
        {jumps.slice(0, mostListed).map((jump) => (
          <li key={`${jump.account} ${jump.from} ${jump.to}`} className="place-item">
            <ViewNodeLink node={parseRef(jump.account)!} name={nameOf(jump.account)} />
            <span>
              {place(jump.from)} → {place(jump.to)}
            </span>
            <span className="faint small">
              {text.jumpSpeed(figure(jump.km, 0), figure(jump.hours, 1))} · {dayAndTime(jump.at)}
              {jump.hidden && ` · ${text.hidden}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface ClaimsProps {
  claims: readonly ClaimedCountry[];
  nameOf: (ref: string) => string;
}

function Claims({ claims, nameOf }: ClaimsProps) {
  const marks = useMarks();
  const mark = useMark();
  return (
    <>
      <Text component="h3" size="sm" fw={650} mt="md">
        {text.claims} <span className="tab-count">{claims.length}</span>
      </Text>
      <Text size="xs" c="dimmed">
        {text.claimHint}
      </Text>
      <ul>
        {claims.slice(0, mostListed).map(({ country, accounts, elsewhere }) => (
          <li key={country}>
            <UnstyledButton
              className="place-item"
              aria-pressed={accounts.every((ref) => marks.has(ref))}
              onClick={() => mark(accounts)}
            >
              <span>{text.claimed(countryName(country), accounts.length)}</span>
              {elsewhere.length > 0 && (
                <span className="faint small">{text.elsewhere(elsewhere.length)}</span>
              )}
            </UnstyledButton>
            {elsewhere.slice(0, 5).map(({ account, seen }) => (
              <div key={account} className="differing">
                <ViewNodeLink node={parseRef(account)!} name={nameOf(account)} />
                <span className="faint small">{seen.map(countryName).join(', ')}</span>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
