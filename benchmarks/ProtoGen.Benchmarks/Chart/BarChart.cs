using System.Globalization;
using System.Text;

namespace ProtoGen.Benchmarks.Chart;

/// <summary>One group of bars.</summary>
/// <param name="Label">The text beside the group.</param>
/// <param name="Values">The length of each bar.</param>
internal sealed record Bars(string Label, double[] Values);

/// <summary>Draws groups of horizontal bars as SVG, with colors for light and dark pages.</summary>
internal static class BarChart
{
    private const int LabelWidth = 230;
    private const int PlotWidth = 480;
    private const int ValueWidth = 50;
    private const int Top = 64;
    private const int BarHeight = 12;
    private const int GroupGap = 10;

    private const string Style = """
          <style>
            text { font: 13px system-ui, sans-serif; fill: #1f2328 }
            .title { font-weight: 600; font-size: 15px }
            .value { font-size: 11px }
            .bar0 { fill: #0969da } .bar1 { fill: #1a7f37 }
            line { stroke: #59636e; stroke-dasharray: 4 3 }
            @media (prefers-color-scheme: dark) {
              text { fill: #f0f6fc }
              .bar0 { fill: #58a6ff } .bar1 { fill: #3fb950 }
              line { stroke: #9198a1 }
            }
          </style>
        """;

    /// <summary>Returns the SVG document.</summary>
    /// <param name="title">The text above the chart.</param>
    /// <param name="series">The meaning of the bars of each group.</param>
    /// <param name="groups">The bars; 1.0 is marked by a line.</param>
    public static string Draw(string title, string[] series, IReadOnlyList<Bars> groups)
    {
        var groupHeight = (series.Length * BarHeight) + GroupGap;
        var width = LabelWidth + PlotWidth + ValueWidth;
        var height = Top + (groups.Count * groupHeight) + GroupGap;
        var scale = PlotWidth / groups.Max(group => group.Values.Max());
        var svg = new StringBuilder();
        Append(
            svg,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-label="{title}">""");
        svg.Append(Style).Append('\n');
        Append(svg, $"""  <text class="title" x="0" y="18">{title}</text>""");
        for (var i = 0; i < series.Length; i++)
        {
            Append(svg, $"""  <rect class="bar{i}" x="{LabelWidth + (i * 90)}" y="34" width="12" height="12"/>""");
            Append(svg, $"""  <text x="{LabelWidth + 18 + (i * 90)}" y="45">{series[i]}</text>""");
        }

        for (var row = 0; row < groups.Count; row++)
        {
            AppendGroup(svg, groups[row], Top + (row * groupHeight), scale);
        }

        var one = LabelWidth + scale;
        Append(svg, $"""  <line x1="{one:F1}" x2="{one:F1}" y1="{Top - 8}" y2="{height - GroupGap}"/>""");
        return svg.Append("</svg>\n").ToString();
    }

    private static void AppendGroup(StringBuilder svg, Bars group, int top, double scale)
    {
        Append(
            svg,
            $"""  <text x="{LabelWidth - 10}" y="{top + (group.Values.Length * BarHeight / 2) + 4}" text-anchor="end">{group.Label}</text>""");
        for (var i = 0; i < group.Values.Length; i++)
        {
            var y = top + (i * BarHeight);
            var length = group.Values[i] * scale;
            Append(svg, $"""  <rect class="bar{i}" x="{LabelWidth}" y="{y}" width="{length:F1}" height="{BarHeight - 1}"/>""");
            Append(svg, $"""  <text class="value" x="{LabelWidth + length + 5:F1}" y="{y + 10}">{group.Values[i]:F2}</text>""");
        }
    }

    private static void Append(StringBuilder svg, FormattableString line) =>
        svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
