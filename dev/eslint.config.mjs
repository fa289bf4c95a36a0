/* License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl). */
import globals from "globals";
import jsdoc from "eslint-plugin-jsdoc";

export default [
    {
        plugins: {jsdoc},
        linterOptions: {reportUnusedDisableDirectives: "error"},
        languageOptions: {
            ecmaVersion: 2024,
            sourceType: "module",
            globals: {...globals.browser, odoo: "readonly"},
        },
        rules: {
            "array-callback-return": "error",
            "callback-return": "error",
            complexity: ["error", 10],
            "consistent-return": "error",
            curly: "error",
            "default-case": "error",
            eqeqeq: "error",
            "jsdoc/check-alignment": "error",
            "jsdoc/check-param-names": "error",
            "jsdoc/check-tag-names": "error",
            "jsdoc/require-jsdoc": "error",
            "max-depth": ["error", 3],
            "max-lines": ["error", 250],
            "max-lines-per-function": ["error", 40],
            "no-alert": "error",
            "no-console": "error",
            "no-debugger": "error",
            "no-duplicate-imports": "error",
            "no-eval": "error",
            "no-implied-eval": "error",
            "no-loop-func": "error",
            "no-shadow": "error",
            "no-undef": "error",
            "no-unused-vars": "error",
            "no-use-before-define": ["error", {functions: false}],
            "no-var": "error",
            "object-shorthand": "error",
            "prefer-const": "error",
            "prefer-template": "error",
            radix: "error",
            strict: ["error", "never"],
        },
    },
    {
        // A tour is one long list of steps.
        files: ["**/static/tests/**"],
        rules: {"max-lines-per-function": "off"},
    },
];
