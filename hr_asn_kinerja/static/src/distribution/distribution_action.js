/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */
import {Component, onWillStart, useState} from "@odoo/owl";
import {DistributionChart} from "./distribution_chart";
import {registry} from "@web/core/registry";
import {standardActionServiceProps} from "@web/webclient/actions/action_service";
import {useService} from "@web/core/utils/hooks";

/** The predicates of a unit beside its pattern, and why they depart from it. */
export class DistributionAction extends Component {
    static template = "hr_asn_kinerja.DistributionAction";
    static components = {DistributionChart};
    static props = {...standardActionServiceProps};

    setup() {
        this.orm = useService("orm");
        const {interval_id: intervalId, unit_id: unitId} =
            this.props.action.params || {};
        this.state = useState({
            picture: null,
            hints: [],
            reason: "",
            isWriting: false,
            isBusy: false,
        });
        onWillStart(() => this.load(intervalId || false, unitId || false));
    }

    get picture() {
        return this.state.picture;
    }

    get figure() {
        return this.picture.figure;
    }

    get place() {
        return [this.picture.interval_id, this.picture.unit_id];
    }

    get unitName() {
        const {units, unit_id: unitId} = this.picture;
        return units.find((unit) => unit.id === unitId)?.name || "";
    }

    call(method, ...args) {
        return this.orm.call("asn.distribution", method, args);
    }

    async load(intervalId, unitId) {
        const picture = await this.call("get_picture", intervalId, unitId);
        const {interval_id: interval, unit_id: unit, figure} = picture;
        this.state.hints = figure ? await this.call("get_hints", interval, unit) : [];
        this.state.picture = picture;
        this.state.isWriting = false;
        this.state.reason = "";
    }

    chooseInterval(value) {
        return this.load(parseInt(value, 10), this.picture.unit_id);
    }

    chooseUnit(value) {
        return this.load(this.picture.interval_id, parseInt(value, 10));
    }

    indent(unit) {
        return "\u00a0\u00a0".repeat(Math.max(0, unit.depth - 1)) + unit.name;
    }

    write() {
        this.state.isWriting = true;
    }

    async save() {
        this.state.isBusy = true;
        try {
            const text = this.state.reason;
            this.state.picture = await this.call("explain", ...this.place, text);
            this.state.isWriting = false;
            this.state.reason = "";
        } finally {
            this.state.isBusy = false;
        }
    }
}

registry.category("actions").add("hr_asn_kinerja.distribution", DistributionAction);
