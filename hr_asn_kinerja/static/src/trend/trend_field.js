/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */
import {Component} from "@odoo/owl";
import {_t} from "@web/core/l10n/translation";
import {registry} from "@web/core/registry";
import {standardFieldProps} from "@web/views/fields/standard_field_props";

const HEIGHT = 24;
const STEP = 10;

/** The last realisations as small bars from zero; the words say the same. */
export class TrendField extends Component {
    static template = "hr_asn_kinerja.TrendField";
    static props = {...standardFieldProps};

    get points() {
        const text = this.props.record.data[this.props.name];
        return text ? JSON.parse(text) : [];
    }

    get bars() {
        return this.points.map((point, index) => {
            const height = Math.max((point.height * HEIGHT) / 100, 1);
            return {x: index * STEP, y: HEIGHT - height, height, isNow: point.isNow};
        });
    }

    get viewBox() {
        return `0 0 ${this.points.length * STEP} ${HEIGHT}`;
    }

    get width() {
        return this.points.length * STEP;
    }

    get words() {
        return this.points.map((point) => `${point.label}: ${point.value}`).join("\n");
    }
}

registry.category("fields").add("asn_trend", {
    component: TrendField,
    displayName: _t("Course over the intervals"),
    supportedTypes: ["char"],
});
