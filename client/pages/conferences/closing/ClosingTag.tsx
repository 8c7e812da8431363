/** How a conference stands, in one word: planned, under way, held, being read, frozen, signed by so many or by all. */
import type { JSX } from 'solid-js';
import type { Conference } from '../../../../shared/records/conferences.ts';
import { useMessages } from '../../../messages/messages.tsx';
import { Tag } from '../../../ui/state.tsx';

export function ClosingTag(props: { conference: Conference }): JSX.Element {
  const { t } = useMessages();
  const words = () => {
    const { status, floor, closing } = props.conference;
    if (status === 'held' && floor !== null) return t('conferences.underway');
    if (status === 'held' && closing.readUntil !== null) return t('conferences.beingRead');
    if (status !== 'frozen' || closing.signatures === null) return t(`conferences.status.${status}`);
    const { signed, of } = closing.signatures;
    if (of === 0) return t('conferences.status.frozen');
    return signed === of ? t('conferences.signedByAll') : t('conferences.signedBy', { signed, of });
  };
  const tone = () => {
    const { status, closing } = props.conference;
    if (status === 'planned' || (status === 'held' && closing.readUntil !== null)) return 'waiting';
    const all = closing.signatures !== null && closing.signatures.signed === closing.signatures.of;
    return status === 'frozen' && all && closing.signatures?.of !== 0 ? 'good' : 'plain';
  };
  return <Tag tone={tone()}>{words()}</Tag>;
}
