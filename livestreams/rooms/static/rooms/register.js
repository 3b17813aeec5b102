// Hours of each team, stacked by purpose: the figures of the table beside it. Without scripts the table is alone.
const place = document.getElementById("register-chart");
const data = JSON.parse(document.getElementById("register-data").textContent);
const TONES = { live: "--accent", rehearsal: "--gold", filming: "--leaf", training: "--muted", other: "--rule" };

function drawing() {
  const style = getComputedStyle(place);
  const token = (name) => style.getPropertyValue(name).trim();
  const words = { color: token("--ink"), fontSize: 14, fontFamily: style.fontFamily };
  return {
    animation: false,
    textStyle: words,
    color: data.purposes.map((purpose) => token(TONES[purpose.key])),
    legend: { bottom: 0, itemWidth: 16, itemHeight: 12, textStyle: words },
    grid: { top: 8, left: 8, right: 24, bottom: 64, containLabel: true },
    tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, confine: true, backgroundColor: token("--card"), borderColor: token("--rule"), textStyle: words },
    xAxis: { type: "value", name: data.unit, nameLocation: "middle", nameGap: 28, nameTextStyle: words, axisLabel: words, splitLine: { lineStyle: { color: token("--rule") } } },
    yAxis: { type: "category", inverse: true, data: data.teams, axisTick: { show: false }, axisLabel: { ...words, width: 130, overflow: "truncate" }, axisLine: { lineStyle: { color: token("--muted") } } },
    series: data.purposes.map((purpose) => ({ name: purpose.name, type: "bar", stack: "hours", barMaxWidth: 26, data: purpose.hours, itemStyle: { borderColor: token("--ink"), borderWidth: 0.5 } })),
  };
}

place.hidden = false;
place.style.height = `${Math.max(256, data.teams.length * 38 + 116)}px`;
const chart = echarts.init(place, null, { renderer: "svg" });
chart.setOption(drawing());
new ResizeObserver(() => chart.resize()).observe(place);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => chart.setOption(drawing()));
