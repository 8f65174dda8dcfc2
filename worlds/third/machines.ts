import type { Random } from './random.ts';
import type { Regime } from './regime.ts';
import { DAY } from './regime.ts';
import type { Tables } from './tables.ts';

/** A machine as the platform's script sees it. */
export interface Device {
  kind: string;
  os: string;
  fingerprint: string;
  agent: (time: number) => string;
  tools: Set<string>;
  /** The id at a time: it changes when somebody clears the browser's store. */
  idAt: (time: number) => string;
}

const systems: [string, string, number, string][] = [
  ['laptop', 'Windows 11', 30, 'Windows NT 10.0; Win64; x64'],
  ['laptop', 'Windows 10', 25, 'Windows NT 10.0; Win64; x64'],
  ['desktop', 'Windows 10', 14, 'Windows NT 10.0; Win64; x64'],
  ['laptop', 'macOS 14', 16, 'Macintosh; Intel Mac OS X 10_15_7'],
  ['laptop', 'Ubuntu 22.04', 7, 'X11; Linux x86_64'],
  ['desktop', 'Windows 11', 8, 'Windows NT 10.0; Win64; x64'],
];

const phones: [string, string, number, string][] = [
  ['phone', 'Android 13', 6, 'Linux; Android 13; K'],
  ['phone', 'Android 14', 3, 'Linux; Android 14; K'],
  ['phone', 'iOS 17', 3, 'iPhone; CPU iPhone OS 17_0 like Mac OS X'],
];

const remoteTools = ['AnyDesk', 'TeamViewer', 'RustDesk', 'Chrome Remote Desktop', 'RDP'];

/** Makes devices, and writes those that were seen. */
export class Machines {
  private readonly made = new Map<string, Device>();

  private readonly rng: Random;
  private readonly regime: Regime;
  private readonly newId: (prefix: string) => string;

  constructor(rng: Random, regime: Regime, newId: (prefix: string) => string) {
    this.rng = rng;
    this.regime = regime;
    this.newId = newId;
  }

  draw(phone = false): Device {
    const { rng, regime } = this;
    const [kind, os, , platform] = rng.pickBy(phone ? phones : systems, (line) => line[2]);
    const common = rng.chance(regime.commonModels);
    const fingerprint = common
      ? `${os.replaceAll(/\W/g, '').toLowerCase()}-${rng.int(1, 400).toString(16).padStart(4, '0')}`
      : rng.hex(16);
    const clears = rng.chance(regime.cookieLoss) ? rng.logBetween(40, 300) * DAY : Infinity;
    const phase = rng.next() * 300 * DAY;
    const ids = new Map<number, string>();
    const behind = rng.int(0, 3);
    const device: Device = {
      kind,
      os,
      fingerprint,
      tools: new Set(rng.chance(regime.remoteTools) && !phone ? [rng.pick(remoteTools)] : []),
      agent: (time) => {
        const version = 88 + Math.floor((time - 1609459200) / (30 * DAY)) - behind;
        return `Mozilla/5.0 (${platform}) Chrome/${version}.0`;
      },
      idAt: (time) => {
        const key = clears === Infinity ? 0 : Math.floor((time + phase) / clears);
        let id = ids.get(key);
        if (id === undefined) {
          id = this.newId('dev');
          ids.set(key, id);
          this.made.set(id, device);
        }
        return id;
      },
    };
    return device;
  }

  write(tables: Tables): void {
    for (const [device_id, device] of this.made) {
      tables.add('devices', {
        device_id,
        kind: device.kind,
        os: device.os,
        fingerprint: device.fingerprint,
        remote_access: [...device.tools].join('|'),
      });
    }
  }
}
