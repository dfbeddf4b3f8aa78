"""Filling in a form without a mouse: Tab from field to field, arrows and the space bar for choices."""

FOCUSED = """() => {
  const e = document.activeElement;
  return {tag: e.tagName, type: e.type ?? "", name: e.name ?? "", form: e.form?.id ?? "", text: e.innerText ?? ""};
}"""
STEPS = 200


def focused(page):
    """What has the focus: tag, type, name, the id of its form, its text."""
    return page.evaluate(FOCUSED)


def tab_to(page, text):
    """Tabs on to the button or link of this text."""
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        if focused(page)["text"].strip() == text:
            return
    raise AssertionError(f"Tab never reaches {text}")


def fill_in(page, form, answers):
    """Tabs through the form once and gives each answer where its field comes up; the names in the order they came."""
    waiting, order = dict(answers), []
    for _ in range(STEPS):
        if not waiting:
            return order
        page.keyboard.press("Tab")
        here = focused(page)
        if here["form"] == form and here["name"] in waiting:
            order.append(here["name"])
            give(page, here, waiting.pop(here["name"]))
    raise AssertionError(f"Tab never reaches {sorted(waiting)}")


def give(page, here, answer):
    """Gives the answer to the field that has the focus."""
    if here["tag"] == "SELECT":
        press_until(page, "ArrowDown", f"document.activeElement.value === '{answer}'")
    elif here["type"] == "radio":
        page.keyboard.press("Space")
        press_until(
            page, "ArrowRight", f"document.activeElement.checked && document.activeElement.value === '{answer}'"
        )
    elif here["type"] == "checkbox":
        page.keyboard.press("Space")
    else:
        page.keyboard.type(answer)


def press_until(page, key, condition):
    for _ in range(40):
        if page.evaluate(condition):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} never makes it true that {condition}")
