/**
 * Direction and language of text blocks (`dir`, `lang`), on exactly the nodes the shared schema gives them to.
 * Tiptap's own `textDirection` would store a direction on every node, lists and chips too, and the gate refuses that:
 * so nothing is stored until somebody chooses, and what has no choice is shown as `dir="auto"`.
 */
import { Extension } from '@tiptap/core';
import { nodeAttributes } from '../../shared/documents/rich-text.ts';
const spokenNodes = Object.keys(nodeAttributes).filter((name) => 'dir' in nodeAttributes[name].shape);
const directions = ['ltr', 'rtl', 'auto'];
export const Spoken = Extension.create({
    name: 'spoken',
    addGlobalAttributes() {
        return [
            {
                types: spokenNodes,
                attributes: {
                    dir: {
                        default: null,
                        parseHTML: (element) => {
                            const dir = element.getAttribute('dir');
                            return dir !== null && dir !== 'auto' && directions.includes(dir) ? dir : null;
                        },
                        renderHTML: ({ dir }) => ({ dir: dir ?? 'auto' }),
                    },
                    lang: {
                        default: null,
                        parseHTML: () => null,
                        renderHTML: ({ lang }) => (lang ? { lang } : {}),
                    },
                },
            },
        ];
    },
});
