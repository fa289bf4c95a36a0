/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */
import {RelationalModel} from "@web/model/relational_model/relational_model";
import {formView} from "@web/views/form/form_view";
import {listView} from "@web/views/list/list_view";
import {registry} from "@web/core/registry";

/** Sends along how the worksheet was when it was loaded, so that the server can
 * refuse to overwrite what somebody else has entered since. */
class AsnSheetRecord extends RelationalModel.Record {
    _getChanges(...args) {
        const changes = super._getChanges(...args);
        const isSheet = this.resModel === "asn.assessment" && this.resId;
        if (isSheet && this.data.seen_at && Object.keys(changes).length) {
            changes.seen_at = this.data.seen_at;
        }
        return changes;
    }
}

class AsnSheetModel extends RelationalModel {
    static Record = AsnSheetRecord;
}

registry.category("views").add("asn_sheet_form", {...formView, Model: AsnSheetModel});
registry.category("views").add("asn_sheet_list", {...listView, Model: AsnSheetModel});
