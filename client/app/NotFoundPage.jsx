import { useMessages } from '../messages/messages.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/notes.tsx';
import { Page } from '../ui/Page.tsx';
/** No page has this address. */
export default function NotFoundPage() {
    const { t } = useMessages();
    return (<Page>
      <EmptyState title={t('app.notFound')} actions={<ButtonLink href="/">{t('app.backToToday')}</ButtonLink>}>
        {t('app.notFoundNext')}
      </EmptyState>
    </Page>);
}
