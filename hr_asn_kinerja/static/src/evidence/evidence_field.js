/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */
import {
    Many2ManyBinaryField,
    many2ManyBinaryField,
} from "@web/views/fields/many2many_binary/many2many_binary_field";
import {_t} from "@web/core/l10n/translation";
import {registry} from "@web/core/registry";

const HEAD = 2048;

/** Return the first bytes of a file as base64. */
async function readHead(file) {
    const bytes = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
    return btoa(String.fromCharCode(...bytes));
}

/** Files of evidence: what would be refused is not even sent, and one is told why. */
export class EvidenceField extends Many2ManyBinaryField {
    static template = "hr_asn_kinerja.EvidenceField";

    async checkFiles(files) {
        const facts = await Promise.all(
            files.map(async (file) => ({
                name: file.name,
                size: file.size,
                type: file.type,
                head: await readHead(file),
            })),
        );
        await this.orm.call("ir.attachment", "check_evidence_files", [facts]);
        return files;
    }

    async onFileUploaded(files) {
        if (files.some((file) => file.error)) {
            this.notification.add(
                _t(
                    "The file was not kept: it may contain a program or macros. Save it as PDF or as a picture, and choose that file.",
                ),
                {type: "danger"},
            );
        }
        await super.onFileUploaded(files.filter((file) => !file.error));
    }
}

registry.category("fields").add("asn_evidence", {
    ...many2ManyBinaryField,
    component: EvidenceField,
});
