import { BarChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

register([BarChart, LineChart, SankeyChart, ScatterChart, GridComponent, MarkLineComponent, TooltipComponent, AriaComponent, SVGRenderer])

export { init }
