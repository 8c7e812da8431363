/** Copies on one’s own device: what saying so means. */
import type { device as source } from '../it/device.ts';
import type { Translation } from '../translation.ts';

export const device = {
  what: 'D’habitude, Trama ne laisse rien sur l’appareil. Si vous dites qu’il est à vous, les documents que vous ouvrez restent aussi ici : vous pouvez les lire et y écrire sans réseau, et ce que vous avez écrit part de lui-même à votre retour.',
  risk: 'Les mots des familles restent dans ce navigateur sans chiffrement : qui utilise l’appareil ou lit son disque peut les lire. Dites-le seulement si vous êtes seul à l’utiliser et s’il s’ouvre avec un code.',
  ends: 'Quand vous vous déconnectez, ici ou depuis un autre appareil, les copies et ce choix sont effacés. Si vous perdez l’accès à un document, sa copie disparaît. Sans réseau, une page ouverte continue, mais on ne peut pas la recharger.',
  mine: 'Cet appareil est à moi : garder ici une copie des documents que j’ouvre',
  cannot: 'Ce navigateur ne peut pas garder de copies.',
} satisfies Translation<typeof source>;
