"""The equations of the model as typeset mathematics, each with what it says and its symbols; no number stands here."""

from collections.abc import Mapping
from typing import NamedTuple

from model.indicators import GDP
from model.wording import Wording
from model.words import N_


class Equation(NamedTuple):
    """What an equation is called, what it says, how it is written, and the symbols it uses (see `SYMBOLS`)."""

    title: str
    says: str
    tex: str
    symbols: tuple[str, ...]


SYMBOLS: Mapping[str, str] = {
    "Y_t": N_("GDP in year t, {unit}, current prices"),
    "K_t": N_("GDP in year t, {unit}, prices of {base}"),
    "X_t": N_("any other indicator in year t, in its own unit, current prices"),
    "g_t": N_("real GDP growth, constant prices"),
    "p_t": N_("change of the GDP deflator, price change"),
    "n_t": N_("nominal GDP growth, current prices"),
    "x_t": N_("growth of another indicator, nominal as it is published, current prices"),
    "q_t": N_("growth of any series in year t, in the basis in which it is published"),
    r"q_1,\ q_2": N_("the plan year's lever and the later one"),
    r"\eta_t,\ H": N_("the rate set by hand for year t, and the years that have one"),
    "L": N_("the level to reach, {unit}, current prices"),
    "T": N_("years from {base} to the deadline"),
    "D": N_("distance from the target, {unit}, current prices; negative is short of it"),
    "t^*": N_("the first year at or above the target"),
    r"n^\circ,\ g^\circ,\ p^\circ": N_("the one rate for all years: nominal, real, or of prices, all else held"),
    r"n_m^\circ,\ g_m^\circ": N_("the one rate from year m on, nominal or real, earlier years held"),
    r"z,\ F": N_("the lever sought, and the years that follow it: the later ones up to T, none set by hand"),
    r"\lvert F\rvert": N_("the number of those years"),
    "B": N_("the baseline of GDP that is needed, {unit}, current prices"),
    r"Y_T^-,\ Y_T^+": N_("GDP at the deadline from the low and from the high baseline, {unit}, current prices"),
    "V_h": N_("variance of ln GDP after h years, a pure number"),
    r"s,\ r": N_("standard deviation of one year's log growth, and its correlation from one year to the next"),
    "s_0": N_("standard deviation of the log of the baseline"),
    r"Y_0^-,\ Y_0^+": N_("low and high end of the GDP baseline, {unit}, current prices"),
    "z_q": N_("normal quantile of a central interval of share q: 0.6745 for 50 %, 1.2816 for 80 %"),
    r"P_h,\ \Phi": N_("chance of being at or above the target at the end of year h; the normal distribution function"),
    r"a,\ o": N_("growth that was announced, and its outcome, real"),
    r"\lambda": N_("a lever: a rate or the baseline"),
    r"\phi_j,\ \phi_j^R": N_(
        "the factors of GDP at the deadline here and in the reference: the baseline, and for each year real growth "
        "and prices"
    ),
    "M": N_("logarithmic mean of the two levels, {unit}, current prices"),
    r"Y,\ Y^R": N_("GDP at the deadline here and in the reference, {unit}, current prices"),
    r"w_k,\ S_k": N_("share of sector k, from its last published value added, {unit}, current prices"),
    r"\gamma_k,\ c_k": N_("real growth of sector k, and its share of GDP growth"),
    "G": N_("what the sectors add up to, real growth"),
    r"\rho,\ \rho_R": N_("ratio to GDP at the deadline; of planned budget revenue R in the plan year"),
    r"\delta": N_("income growth less GDP growth, a year, both nominal"),
    r"q_N,\ N": N_("the rate of the last year shown, and its number"),
    r"q_\infty,\ \kappa": N_("the long-run rate, and the part of the distance that is closed each year"),
}  # fmt: skip
"""What each symbol stands for, with its unit and price basis."""

GROUPS: Mapping[str, tuple[Equation, ...]] = {
    N_("Growth and paths"): (
        Equation(
            N_("Levers"),
            N_("A series grows at one rate in the plan year and at another later; a year set by hand has its own."),
            r"q_t=\begin{cases}\eta_t & t\in H\\ q_1 & t=1,\ t\notin H\\ q_2 & t>1,\ t\notin H\end{cases}",
            ("q_t", r"q_1,\ q_2", r"\eta_t,\ H"),
        ),
        Equation(
            N_("Growth identity"),
            N_("Nominal growth is real growth compounded with the change of prices."),
            r"1+n_t=(1+g_t)(1+p_t)\qquad n_t=g_t+p_t+g_t\,p_t",
            ("n_t", "g_t", "p_t"),
        ),
        Equation(
            N_("Paths"),
            N_("Every level is the one of the year before, grown."),
            r"\begin{aligned}Y_t&=Y_{t-1}(1+n_t)=Y_0\prod_{j=1}^{t}(1+n_j)\\ K_t&=Y_0\prod_{j=1}^{t}(1+g_j)\\"
            r" X_t&=X_0\prod_{j=1}^{t}(1+x_j)\end{aligned}",
            ("Y_t", "K_t", "X_t", "n_t", "g_t", "x_t"),
        ),
    ),
    N_("Target and growth needed"): (
        Equation(
            N_("Gap"),
            N_("The target is met at the deadline if the level is not below it; a relative 10⁻¹² is rounding."),
            r"D=Y_T-L\qquad Y_T\ge L\,(1-10^{-12})",
            ("D", "Y_t", "L", "T"),
        ),
        Equation(
            N_("When it is reached"),
            N_("The first year at or above the target."),
            r"t^*=\min\{t: Y_t\ge L\}",
            ("t^*", "Y_t", "L"),
        ),
        Equation(
            N_("Uniform growth needed"),
            N_("One rate for all years: nominal, real with the scenario's prices, or prices with its real growth."),
            r"\begin{aligned}n^\circ&=\left(\frac{L}{Y_0}\right)^{1/T}-1\\"
            r" g^\circ&=\left(\frac{L}{Y_0\prod_{t=1}^{T}(1+p_t)}\right)^{1/T}-1\\"
            r" p^\circ&=\left(\frac{L}{Y_0\prod_{t=1}^{T}(1+g_t)}\right)^{1/T}-1\end{aligned}",
            (r"n^\circ,\ g^\circ,\ p^\circ", "L", "Y_t", "T", "p_t", "g_t"),
        ),
        Equation(
            N_("Growth needed from a year on"),
            N_("Earlier years are held at the scenario's, or at the official outcome."),
            r"\begin{aligned}n_m^\circ&=\left(\frac{L}{Y_{m-1}}\right)^{1/(T-m+1)}-1\\"
            r" g_m^\circ&=\left(\frac{L}{Y_{m-1}\prod_{t=m}^{T}(1+p_t)}\right)^{1/(T-m+1)}-1\end{aligned}",
            (r"n_m^\circ,\ g_m^\circ", "L", "Y_t", "T", "p_t"),
        ),
        Equation(
            N_("Later growth needed"),
            N_(
                "The lever's rate in the years that follow it, all else held. The same equation, its parts exchanged, "
                "solves every other growth lever."
            ),
            r"z=\left(\frac{L}{Y_0\prod_{t\notin F}(1+g_t)\prod_{t=1}^{T}(1+p_t)}\right)^{1/\lvert F\rvert}-1",
            (r"z,\ F", r"\lvert F\rvert", "L", "Y_t", "g_t", "p_t", "T"),
        ),
        Equation(
            N_("Baseline needed"),
            N_("The verdict turns where the baseline is what the scenario's growth asks for."),
            r"B=\frac{L}{\prod_{t=1}^{T}(1+n_t)}",
            ("B", "L", "n_t", "T"),
        ),
        Equation(
            N_("Verdict"),
            N_(
                "Reached where the first holds, dependent on the baseline where the second, not reached where the "
                "third. A baseline outside its range widens the range."
            ),
            r"L\le Y_T^-\qquad Y_T^-<L\le Y_T^+\qquad Y_T^+<L",
            ("L", r"Y_T^-,\ Y_T^+"),
        ),
    ),
    N_("How sure"): (
        Equation(
            N_("Variance"),
            N_("Errors of log growth are a stationary AR(1) process, and the baseline has an error of its own."),
            r"V_h=s_0^2+s^2\Bigl(h+2\sum_{k=1}^{h-1}(h-k)\,r^k\Bigr)\qquad"
            r" s_0=\frac{\ln(Y_0^+/Y_0^-)}{2\,z_{0.8}}",
            ("V_h", r"s,\ r", "s_0", r"Y_0^-,\ Y_0^+", "z_q"),
        ),
        Equation(
            N_("Band and chance"),
            N_("The path is the median; nothing is sampled."),
            r"Y_h\,e^{\pm z_q\sqrt{V_h}}\qquad P_h=\Phi\left(\frac{\ln(Y_h/L)}{\sqrt{V_h}}\right)",
            ("Y_t", "V_h", "z_q", r"P_h,\ \Phi", "L"),
        ),
        Equation(
            N_("Backtest"),
            N_("A past outcome fell inside the band of one year's growth, s as calibrated, if this holds."),
            r"\left|\ln\frac{1+o}{1+a}\right|\le z_q\,s",
            (r"a,\ o", "z_q", r"s,\ r"),
        ),
    ),
    N_("What moves it, and why it differs"): (
        Equation(
            N_("Tornado"),
            N_(
                "Each rate is moved by a point, the baseline to its ends, and GDP is worked out anew, not from a slope."
            ),
            r"Y_T(\lambda\pm 0.01)\qquad Y_T(\lambda_{\min}),\ Y_T(\lambda_{\max})",
            (r"\lambda", "Y_t", "T"),
        ),
        Equation(
            N_("Map"),
            N_("For every value of the lever across, the line is where the other meets the target exactly."),
            r"\{(\lambda_1,\lambda_2): Y_T(\lambda_1,\lambda_2)=L\}",
            (r"\lambda", "Y_t", "L", "T"),
        ),
        Equation(
            N_("Decomposition"),
            N_("Each factor's share of the difference from the reference; the shares add up exactly."),
            r"Y-Y^R=\sum_j M\,\ln\frac{\phi_j}{\phi_j^R}\qquad M=\frac{Y-Y^R}{\ln Y-\ln Y^R}",
            (r"Y,\ Y^R", "M", r"\phi_j,\ \phi_j^R"),
        ),
    ),
    N_("Sectors and ratios"): (
        Equation(
            N_("Sectors"),
            N_("GDP growth built from the sectors, their shares held; to make them add up, all move by the same."),
            r"G=\sum_k w_k\,\gamma_k\qquad w_k=\frac{S_k}{\sum_j S_j}\qquad c_k=\frac{w_k\,\gamma_k}{G}\qquad"
            r" \gamma_k'=\gamma_k-(G-g)",
            ("G", r"w_k,\ S_k", r"\gamma_k,\ c_k", "g_t"),
        ),
        Equation(
            N_("Ratios"),
            N_("Investment or retail sales over GDP, planned revenue over GDP, and income beside GDP; years alike."),
            r"\rho=\frac{X_T}{Y_T}\qquad \rho_R=\frac{R}{Y_1}\qquad"
            r" \delta=\left(\frac{X_T}{X_0}\right)^{1/T}-\left(\frac{Y_T}{Y_0}\right)^{1/T}",
            (r"\rho,\ \rho_R", r"\delta", "X_t", "Y_t", "T"),
        ),
    ),
    N_("Years filled by a rule"): (
        Equation(
            N_("Ramp and convergence"),
            N_("A straight line, or the same part of the distance closed each year; rates are rounded to 0.01 %."),
            r"q_t=q_1+(q_N-q_1)\,\frac{t-1}{N-1}\qquad q_t=q_\infty+(q_1-q_\infty)(1-\kappa)^{t-1}",
            ("q_t", r"q_N,\ N", r"q_\infty,\ \kappa"),
        ),
    ),
}
"""The equations by the question they belong to."""
INTRODUCTION = N_(
    "t counts years after {base}, so that year 0 is {base} and year 1 is {first}. Rates are fractions a year: 0.065 is "
    "6.5 %. Every equation is the one the program computes, on unrounded numbers."
)


def written(equations: tuple[Equation, ...], w: Wording) -> str:
    """The equations as Markdown with mathematics, each with its sentence and its symbols; all of it our own words."""
    return "\n\n".join(_one(equation, w) for equation in equations)


def _one(equation: Equation, w: Wording) -> str:
    unit = w.unit(GDP.unit)
    symbols = w.listing([f"${symbol}$ {w(SYMBOLS[symbol], unit=unit)}" for symbol in equation.symbols])
    return f"**{w(equation.title)}** {w(equation.says)}\n\n$$\n{equation.tex}\n$$\n\n:small[{symbols}]"
