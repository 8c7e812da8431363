export function errorWords(t, code, retryAfterSeconds) {
    const waits = code === 'slow-down' && retryAfterSeconds !== undefined;
    return {
        title: t(`errors.${code}.title`),
        next: waits
            ? t('errors.slow-down.nextIn', { seconds: Math.ceil(retryAfterSeconds) })
            : t(`errors.${code}.next`),
    };
}
