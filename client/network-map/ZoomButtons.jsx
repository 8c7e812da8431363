import IconFit from '~icons/lucide/maximize';
import IconMinus from '~icons/lucide/minus';
import IconPlus from '~icons/lucide/plus';
import { useMessages } from '../messages/messages.tsx';
import { IconButton } from '../ui/Button.tsx';
export function ZoomButtons(props) {
    const { t } = useMessages();
    return (<div class="net-zoom">
      <IconButton label={t('map.tool.zoomIn')} onClick={() => props.onIn()}>
        <IconPlus class="i i-s" aria-hidden="true"/>
      </IconButton>
      <IconButton label={t('map.tool.zoomOut')} onClick={() => props.onOut()}>
        <IconMinus class="i i-s" aria-hidden="true"/>
      </IconButton>
      <IconButton label={t('map.tool.fit')} onClick={() => props.onFit()}>
        <IconFit class="i i-s" aria-hidden="true"/>
      </IconButton>
    </div>);
}
