import * as migration_20261123_192750_initial from './20261123_192750_initial.ts';
import * as migration_20261123_204500_town_seal from './20261123_204500_town_seal.ts';
import * as migration_20261123_225520_posters from './20261123_225520_posters.ts';
import * as migration_20261129_202810_print_jobs from './20261129_202810_print_jobs.ts';
import * as migration_20261130_000621_beat_accents from './20261130_000621_beat_accents.ts';
import * as migration_20261130_045108_desk from './20261130_045108_desk.ts';
import * as migration_20261130_073514_sign_in_names from './20261130_073514_sign_in_names.ts';
import * as migration_20261130_074751_given_passwords from './20261130_074751_given_passwords.ts';
import * as migration_20261130_080122_session_devices from './20261130_080122_session_devices.ts';
import * as migration_20261130_080843_left_town from './20261130_080843_left_town.ts';
import * as migration_20261130_090000_kinds from './20261130_090000_kinds.ts';
import * as migration_20261130_091000_notices from './20261130_091000_notices.ts';
import * as migration_20261130_114604_village_authors from './20261130_114604_village_authors.ts';
import * as migration_20261130_124553_second_factor from './20261130_124553_second_factor.ts';
import * as migration_20261130_153434_policies from './20261130_153434_policies.ts';
import * as migration_20261130_154428_passkeys from './20261130_154428_passkeys.ts';
import * as migration_20261130_202218_list_indexes from './20261130_202218_list_indexes.ts';

export const migrations = [
  {
    up: migration_20261123_192750_initial.up,
    down: migration_20261123_192750_initial.down,
    name: '20261123_192750_initial',
  },
  {
    up: migration_20261123_204500_town_seal.up,
    down: migration_20261123_204500_town_seal.down,
    name: '20261123_204500_town_seal',
  },
  {
    up: migration_20261123_225520_posters.up,
    down: migration_20261123_225520_posters.down,
    name: '20261123_225520_posters',
  },
  {
    up: migration_20261129_202810_print_jobs.up,
    down: migration_20261129_202810_print_jobs.down,
    name: '20261129_202810_print_jobs',
  },
  {
    up: migration_20261130_000621_beat_accents.up,
    down: migration_20261130_000621_beat_accents.down,
    name: '20261130_000621_beat_accents',
  },
  {
    up: migration_20261130_045108_desk.up,
    down: migration_20261130_045108_desk.down,
    name: '20261130_045108_desk',
  },
  {
    up: migration_20261130_073514_sign_in_names.up,
    down: migration_20261130_073514_sign_in_names.down,
    name: '20261130_073514_sign_in_names',
  },
  {
    up: migration_20261130_074751_given_passwords.up,
    down: migration_20261130_074751_given_passwords.down,
    name: '20261130_074751_given_passwords',
  },
  {
    up: migration_20261130_080122_session_devices.up,
    down: migration_20261130_080122_session_devices.down,
    name: '20261130_080122_session_devices',
  },
  {
    up: migration_20261130_080843_left_town.up,
    down: migration_20261130_080843_left_town.down,
    name: '20261130_080843_left_town',
  },
  {
    up: migration_20261130_090000_kinds.up,
    down: migration_20261130_090000_kinds.down,
    name: '20261130_090000_kinds',
  },
  {
    up: migration_20261130_091000_notices.up,
    down: migration_20261130_091000_notices.down,
    name: '20261130_091000_notices',
  },
  {
    up: migration_20261130_114604_village_authors.up,
    down: migration_20261130_114604_village_authors.down,
    name: '20261130_114604_village_authors',
  },
  {
    up: migration_20261130_124553_second_factor.up,
    down: migration_20261130_124553_second_factor.down,
    name: '20261130_124553_second_factor',
  },
  {
    up: migration_20261130_153434_policies.up,
    down: migration_20261130_153434_policies.down,
    name: '20261130_153434_policies',
  },
  {
    up: migration_20261130_154428_passkeys.up,
    down: migration_20261130_154428_passkeys.down,
    name: '20261130_154428_passkeys',
  },
  {
    up: migration_20261130_202218_list_indexes.up,
    down: migration_20261130_202218_list_indexes.down,
    name: '20261130_202218_list_indexes'
  },
];
