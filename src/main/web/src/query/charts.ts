// The one place that knows the chart library: only the parts that are used, drawn on canvas or written as SVG.
import { BarChart, GraphChart, LineChart, PieChart } from 'echarts/charts';
import { DataZoomComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import { token } from '../theme';

use([BarChart, GraphChart, LineChart, PieChart, DataZoomComponent, GridComponent, LegendComponent, TooltipComponent, LabelLayout, CanvasRenderer, SVGRenderer]);

export type ChartOption = Record<string, unknown>;
export interface Drawing { readonly show: (option: ChartOption) => void; readonly resize: () => void; readonly on: (event: string, handler: (event: { dataType?: string; name?: string }) => void) => void; readonly close: () => void }

export function draw(element: HTMLElement): Drawing {
  const chart: EChartsType = init(element, undefined, { renderer: 'canvas' });
  return {
    show: (option) => chart.setOption(option, { notMerge: true }),
    resize: () => chart.resize(),
    on: (event, handler) => void chart.on(event, handler as never),
    close: () => chart.dispose(),
  };
}

/** The same as a drawing that can be scaled. */
export function asSvg(option: ChartOption, width: number, height: number): string {
  const chart = init(null, undefined, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ ...option, animation: false, backgroundColor: token('canvas') });
  const text = chart.renderToSVGString();
  chart.dispose();
  return text;
}

/** Colours that people with any eyes tell apart, from the tokens of the theme. */
export function palette(): string[] {
  return [token('supporter'), token('supported'), token('accent'), token('neutral'), '#c2528b', '#3b82c4', '#7a9a2f', '#8a5cf0'];
}

/** What every chart has: our fonts and colours, and a tooltip that is drawn and not written as HTML. */
export function common(): ChartOption {
  return {
    color: palette(), textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: token('text'), fontSize: 13 },
    tooltip: { renderMode: 'richText', backgroundColor: token('raised'), borderColor: token('line'), textStyle: { color: token('text'), fontSize: 13 }, confine: true },
    animationDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 350,
  };
}
