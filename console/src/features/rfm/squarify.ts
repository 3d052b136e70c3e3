export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Squarified treemap (Bruls, Huizing, van Wijk 2000): boxes in per cent of a frame, areas in proportion to the weights. */
export function squarify(weights: number[], aspect = 1): Box[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total <= 0) return weights.map(() => ({ x: 0, y: 0, width: 0, height: 0 }))
  const areas = weights.map((weight, index) => ({ index, area: (weight / total) * aspect })).sort((a, b) => b.area - a.area)
  const boxes: Box[] = weights.map(() => ({ x: 0, y: 0, width: 0, height: 0 }))
  let frame: Box = { x: 0, y: 0, width: aspect, height: 1 }
  let start = 0
  while (start < areas.length) {
    const side = Math.min(frame.width, frame.height)
    let end = start + 1
    let sum = areas[start]?.area ?? 0
    let worst = ratio(areas.slice(start, end).map(({ area }) => area), sum, side)
    while (end < areas.length) {
      const next = sum + (areas[end]?.area ?? 0)
      const then = ratio(areas.slice(start, end + 1).map(({ area }) => area), next, side)
      if (then > worst) break
      worst = then
      sum = next
      end++
    }
    frame = lay(areas.slice(start, end), sum, frame, boxes)
    start = end
  }
  return boxes.map(({ x, y, width, height }) => ({ x: (x / aspect) * 100, y: y * 100, width: (width / aspect) * 100, height: height * 100 }))
}

function ratio(row: number[], sum: number, side: number): number {
  if (sum <= 0) return Infinity
  return Math.max((side * side * Math.max(...row)) / (sum * sum), (sum * sum) / (side * side * Math.max(1e-12, Math.min(...row))))
}

function lay(row: { index: number; area: number }[], sum: number, frame: Box, boxes: Box[]): Box {
  const upright = frame.width >= frame.height
  const thick = sum / (upright ? frame.height : frame.width || 1)
  let offset = 0
  for (const { index, area } of row) {
    const length = thick > 0 ? area / thick : 0
    boxes[index] = upright
      ? { x: frame.x, y: frame.y + offset, width: thick, height: length }
      : { x: frame.x + offset, y: frame.y, width: length, height: thick }
    offset += length
  }
  return upright
    ? { ...frame, x: frame.x + thick, width: Math.max(0, frame.width - thick) }
    : { ...frame, y: frame.y + thick, height: Math.max(0, frame.height - thick) }
}
