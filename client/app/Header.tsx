/** The only header: search, what the page puts there, notices, one's own menu. */
import type { JSX } from 'solid-js';
import IconSearch from '~icons/lucide/search';
import { type Language, languages, ownNames } from '../messages/languages.ts';
import { useMessages } from '../messages/messages.tsx';
import type { MessageKey } from '../messages/translate.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { commandKey, Kbd } from '../ui/Kbd.tsx';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';
import { Bell } from './Bell.tsx';
import type { SessionPerson } from './session.tsx';
import { useShell } from './shell.ts';
import { type ThemeChoice, themeChoices } from './theme.ts';

export function Header(props: {
  person: SessionPerson;
  onSearch: () => void;
  onHelp: () => void;
  onDevice: () => void;
  onMail: () => void;
}): JSX.Element {
  const { t } = useMessages();
  const shell = useShell();
  return (
    <header class="head">
      <button
        type="button"
        class="search"
        aria-label={`${t('app.search')} ${commandKey()}K`}
        onClick={() => props.onSearch()}
      >
        <IconSearch class="i i-s" aria-hidden="true" />
        <span>{t('app.search')}</span>
        <Kbd aria-hidden="true">{commandKey()}K</Kbd>
      </button>
      <div class="head-end">
        {shell.notices()}
        <Bell />
        <OwnMenu
          person={props.person}
          onHelp={props.onHelp}
          onDevice={props.onDevice}
          onMail={props.onMail}
        />
      </div>
    </header>
  );
}

const themeWords: Record<ThemeChoice, MessageKey> = {
  system: 'app.themeSystem',
  light: 'app.themeLight',
  dark: 'app.themeDark',
};

type OwnMenuProps = {
  person: SessionPerson;
  onHelp: () => void;
  onDevice: () => void;
  onMail: () => void;
};

function OwnMenu(props: OwnMenuProps): JSX.Element {
  const { t, language, setLanguage } = useMessages();
  const shell = useShell();
  const speak = async (chosen: Language) => {
    await setLanguage(chosen);
    shell.languageChosen(chosen);
  };
  const about = () =>
    [t(`functions.function.${props.person.function}`), props.person.bodyName].filter(Boolean).join(' · ');
  const entries = (): readonly MenuEntry[] => [
    { kind: 'heading', label: about() },
    { kind: 'line' },
    { kind: 'heading', label: t('app.language') },
    ...languages.map(
      (code): MenuEntry => ({
        kind: 'choice',
        label: ownNames[code],
        lang: code,
        chosen: code === language(),
        onSelect: () => void speak(code),
      }),
    ),
    { kind: 'line' },
    { kind: 'heading', label: t('app.theme') },
    ...themeChoices.map(
      (choice): MenuEntry => ({
        kind: 'choice',
        label: t(themeWords[choice]),
        chosen: choice === shell.theme.choice(),
        onSelect: () => shell.theme.choose(choice),
      }),
    ),
    { kind: 'line' },
    { kind: 'act', label: t('app.mail'), onSelect: () => props.onMail() },
    { kind: 'act', label: t('app.keys'), kbd: '?', onSelect: () => props.onHelp() },
    {
      kind: 'act',
      label: t('app.device'),
      onSelect: () => props.onDevice(),
      ...(shell.device.isMine() ? { note: t('app.deviceIsMine') } : {}),
    },
    { kind: 'act', label: t('app.signOut'), onSelect: () => shell.signOut() },
    { kind: 'act', label: t('app.signOutEverywhere'), onSelect: () => shell.signOut({ everywhere: true }) },
  ];
  return (
    <Menu
      triggerClass="me"
      label={`${t('app.me')}: ${props.person.name}`}
      trigger={
        <>
          <Avatar person={{ id: props.person.id, name: props.person.name }} decorative />
          <span class="me-t">{props.person.name}</span>
        </>
      }
      entries={entries()}
    />
  );
}
