import { useRef, useState, type MouseEvent, type PointerEvent, type RefObject } from 'react';
import { useEffect } from 'react';
import { wholeMap, within, zoomed, type ClusterMap, type MapView } from './cluster-map.ts';

/** So many pixels are a drag; less is a click. */
const dragFrom = 4;
export const step = 1.8;

/** Where a map is looked at from, and how the pointer moves that. */
export function useMapView(map: ClusterMap, svg: RefObject<SVGSVGElement | null>) {
  const [looked, setLooked] = useState<{ map: ClusterMap; view: MapView } | null>(null);
  // Another width is another map: then all of it is seen again.
  const view = looked?.map === map ? looked.view : wholeMap(map);
  const look = (next: MapView) => setLooked({ map, view: next });
  const latest = useRef({ view, look, map });
  useEffect(() => {
    latest.current = { view, look, map };
  });

  // With Ctrl, or two fingers, as maps are zoomed; the wheel alone scrolls the page. React's own listener cannot hold the page.
  useEffect(() => {
    const element = svg.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const now = latest.current;
      const at = placeAt(element, now.map, now.view, event);
      now.look(zoomed(now.map, now.view, Math.exp(-event.deltaY / 300), at));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [svg]);

  const drag = useRef<{ x: number; y: number; from: MapView; moved: boolean } | null>(null);
  return {
    view,
    look,
    /** For the element that is dragged. */
    dragging: {
      onPointerDown: ({ clientX, clientY, button }: PointerEvent) => {
        if (button === 0) drag.current = { x: clientX, y: clientY, from: view, moved: false };
      },
      onPointerMove: ({ clientX, clientY, buttons, currentTarget }: PointerEvent) => {
        const begun = drag.current;
        if (!begun || buttons === 0 || view.zoom === 1) return;
        const [right, down] = [clientX - begun.x, clientY - begun.y];
        begun.moved ||= Math.hypot(right, down) > dragFrom;
        if (!begun.moved) return;
        const unit = map.width / begun.from.zoom / currentTarget.getBoundingClientRect().width;
        look(
          within(map, {
            ...begun.from,
            x: begun.from.x - right * unit,
            y: begun.from.y - down * unit,
          }),
        );
      },
      onClickCapture: (event: MouseEvent) => {
        if (!drag.current?.moved) return;
        event.preventDefault();
        event.stopPropagation();
        drag.current = null;
      },
      // The browser would drag the link that a disc is.
      onDragStart: (event: MouseEvent) => event.preventDefault(),
    },
  };
}

/** The place of the map under the pointer. */
function placeAt(
  element: SVGSVGElement,
  { width, height }: ClusterMap,
  { x, y, zoom }: MapView,
  { clientX, clientY }: { clientX: number; clientY: number },
) {
  const box = element.getBoundingClientRect();
  return {
    x: x + ((clientX - box.left) / box.width - 0.5) * (width / zoom),
    y: y + ((clientY - box.top) / box.height - 0.5) * (height / zoom),
  };
}
