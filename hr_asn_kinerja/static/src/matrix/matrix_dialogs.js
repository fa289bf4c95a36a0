/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */
import {Component, onWillStart, useState} from "@odoo/owl";
import {useAutofocus} from "@web/core/utils/hooks";
import {useDebounced} from "@web/core/utils/timing";
import {Dialog} from "@web/core/dialog/dialog";

/** Two people wrote the same line: both wordings, and the choice between them. */
export class MatrixConflictDialog extends Component {
    static template = "hr_asn_kinerja.MatrixConflictDialog";
    static components = {Dialog};
    static props = {
        close: Function,
        name: String,
        mine: String,
        theirs: {type: String, optional: true},
        onMine: Function,
    };

    useMine() {
        this.props.close();
        this.props.onMine();
    }
}

/** Choose somebody of the agency by name. */
export class MatrixPersonDialog extends Component {
    static template = "hr_asn_kinerja.MatrixPersonDialog";
    static components = {Dialog};
    static props = {close: Function, search: Function, add: Function};

    setup() {
        useAutofocus({refName: "autofocus"});
        this.state = useState({
            text: "",
            note: "",
            people: [],
            error: "",
            isBusy: false,
        });
        this.onInput = useDebounced(() => this.search(), 250);
        onWillStart(() => this.search());
    }

    async search() {
        const text = this.state.text;
        const people = await this.props.search(text);
        if (text === this.state.text) {
            this.state.people = people;
        }
    }

    async choose(person) {
        this.state.isBusy = true;
        this.state.error = "";
        try {
            await this.props.add(person.id, this.state.note);
            this.props.close();
        } catch (error) {
            this.state.error = error.data?.message || error.message;
        } finally {
            this.state.isBusy = false;
        }
    }
}
