// Figures of the table beside it: bars for each product, or for each month with a line. Without scripts the table is alone.
const place = document.getElementById("session-chart");
const data = JSON.parse(document.getElementById("session-data").textContent);

function drawing() {
  const style = getComputedStyle(place);
  const token = (name) => style.getPropertyValue(name).trim();
  const words = { color: token("--ink"), fontSize: 14, fontFamily: style.fontFamily };
  const rule = { splitLine: { lineStyle: { color: token("--rule") } }, axisLabel: words, nameTextStyle: words };
  const names = { type: "category", data: data.names, inverse: data.is_flat, axisTick: { show: false }, axisLabel: { ...words, ...(data.is_flat ? { width: 130, overflow: "truncate" } : {}) }, axisLine: { lineStyle: { color: token("--muted") } } };
  const values = [{ type: "value", ...rule }];
  if (data.line) values.push({ type: "value", minInterval: 1, axisLabel: words, splitLine: { show: false } });
  const series = data.bars.map((bar) => ({ name: bar.name, type: "bar", stack: "yuan", barMaxWidth: 28, data: bar.values, itemStyle: { color: token(bar.tone), borderColor: token("--ink"), borderWidth: 0.5 } }));
  if (data.line) series.push({ name: data.line.name, type: "line", yAxisIndex: 1, data: data.line.values, symbolSize: 8, itemStyle: { color: token("--leaf") }, lineStyle: { color: token("--leaf"), width: 2 } });
  return {
    animation: false,
    textStyle: words,
    legend: { bottom: 0, itemWidth: 16, itemHeight: 12, textStyle: words },
    grid: { top: 16, left: 8, right: 24, bottom: 48, containLabel: true },
    tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, confine: true, backgroundColor: token("--card"), borderColor: token("--rule"), textStyle: words },
    xAxis: data.is_flat ? values : names,
    yAxis: data.is_flat ? names : values,
    series,
  };
}

place.hidden = false;
if (data.is_flat) place.style.height = `${Math.max(180, data.names.length * 42 + 96)}px`;
const chart = echarts.init(place, null, { renderer: "svg" });
chart.setOption(drawing());
new ResizeObserver(() => chart.resize()).observe(place);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => chart.setOption(drawing()));
