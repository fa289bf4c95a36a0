/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */
import {Component} from "@odoo/owl";

const WIDTH = 640;
const HEIGHT = 260;
const TOP = 24;
const BOTTOM = 60;
// a number this near to a dot of the line could not be read
const NEAR = 18;
const SHARE = 0.56;

/** Bars of the real people, and over them the line of those expected. */
export class DistributionChart extends Component {
    static template = "hr_asn_kinerja.DistributionChart";
    static props = {bars: Array, title: String};

    get box() {
        return `0 0 ${WIDTH} ${HEIGHT}`;
    }

    get base() {
        return HEIGHT - BOTTOM;
    }

    get width() {
        return WIDTH;
    }

    get highest() {
        const numbers = this.props.bars.flatMap((bar) => [
            bar.actual,
            bar.expected || 0,
        ]);
        return Math.max(1, ...numbers);
    }

    height(number) {
        return ((this.base - TOP) * number) / this.highest;
    }

    get places() {
        const step = WIDTH / this.props.bars.length;
        return this.props.bars.map((bar, index) => {
            const middle = step * (index + 0.5);
            const words = bar.label.split(" ");
            const y = this.base - this.height(bar.actual);
            const dot = this.base - this.height(bar.expected || 0);
            const isNear = this.hasLine && Math.abs(dot - y + 8) < NEAR;
            return {
                ...bar,
                middle,
                x: middle - (step * SHARE) / 2,
                width: step * SHARE,
                y,
                above: (isNear ? Math.min(y, dot) : y) - 8,
                height: this.height(bar.actual),
                dot,
                lines: words.length > 1 ? [words[0], words.slice(1).join(" ")] : words,
            };
        });
    }

    get hasLine() {
        return this.props.bars.every((bar) => bar.expected !== false);
    }

    get line() {
        return this.places.map(({middle, dot}) => `${middle},${dot}`).join(" ");
    }
}
