export const outerRings = ['informal', 'services', 'third_sector', 'market'];
/** How far each ring lies from the household, in drawing units (documents/network-map: the outermost at about 380). */
export const ringRadius = {
    informal: 160,
    services: 250,
    third_sector: 330,
    market: 390,
};
/** In drawing units: within this the household stands, and no outer place does. */
export const householdRadius = 90;
/** Nearest that an outer place may come. */
export const nearestRadius = 108;
const reach = 400;
const axisOf = (sheet, margin, household) => {
    const inner = Math.max(household, 60);
    const perUnit = Math.max((sheet / 2 - margin - inner) / (reach - householdRadius), 0.32);
    return { inner, perUnit };
};
const at = (axis, radius) => radius < householdRadius
    ? (axis.inner * radius) / householdRadius
    : axis.inner + (radius - householdRadius) * axis.perUnit;
/** Least and most sheet, in pixels: below, one pans; above, ties would only get longer. */
const sheet = { width: { least: 860, most: 1240 }, height: { least: 540, most: 780 } };
const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
/** `household` is the genogram's size on the stage. */
export function createProjection(canvas, household) {
    const width = clamp(canvas.width, sheet.width.least, sheet.width.most);
    const height = clamp(canvas.height, sheet.height.least, sheet.height.most);
    // An ellipse around the box: its corners are inside while (1 / 1.4)² + (1 / 1.4)² stays about 1.
    const across = axisOf(width, 76, household.width * 0.7 + 10);
    const down = axisOf(height, 44, household.height * 0.7 + 4);
    const toStage = (point) => {
        const radius = Math.hypot(point.x, point.y);
        if (radius === 0)
            return { x: 0, y: 0 };
        return { x: (point.x / radius) * at(across, radius), y: (point.y / radius) * at(down, radius) };
    };
    const toDrawing = (point) => {
        const radius = radiusAt(point, across, down);
        if (radius === 0)
            return { x: 0, y: 0 };
        return { x: (point.x / at(across, radius)) * radius, y: (point.y / at(down, radius)) * radius };
    };
    return {
        toStage,
        toDrawing,
        axes: (radius) => ({ width: at(across, radius), height: at(down, radius) }),
    };
}
/** The distance whose ellipse passes through the point: both half-axes only grow, so halving the interval finds it. */
function radiusAt(point, across, down) {
    const outside = (radius) => (point.x / at(across, radius)) ** 2 + (point.y / at(down, radius)) ** 2 > 1;
    if (point.x === 0 && point.y === 0)
        return 0;
    let near = 0;
    let far = householdRadius;
    while (outside(far))
        far *= 2;
    for (let step = 0; step < 48; step += 1) {
        const middle = (near + far) / 2;
        if (outside(middle))
            near = middle;
        else
            far = middle;
    }
    return far;
}
/** Keeps an outer place out of the household and within what the document admits; rounded to tenths. */
export function keepOutside(point) {
    const angle = Math.atan2(point.y, point.x);
    const kept = clamp(Math.hypot(point.x, point.y), nearestRadius, 2000);
    const round = (value) => Math.round(value * kept * 10) / 10;
    return { x: round(Math.cos(angle)), y: round(Math.sin(angle)) };
}
