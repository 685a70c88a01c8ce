import * as migration_20261123_192750_initial from './20261123_192750_initial.ts';
import * as migration_20261123_204500_town_seal from './20261123_204500_town_seal.ts';
import * as migration_20261123_225520_posters from './20261123_225520_posters.ts';

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
    name: '20261123_225520_posters'
  },
];
