"""Words that tell whether a person is a man or a woman: titles, roles and common given names."""

from __future__ import annotations

from seedreader.analysis.speakers.saying_verbs import bag

FEMALE_ROLES = bag(
    "aunt chairwoman congresswoman councilwoman dame daughter girlfriend grandmother lady miss mother mrs ms"
    " policewoman princess queen saleswoman sister spokeswoman widow wife woman"
)
MALE_ROLES = bag(
    "boyfriend brother chairman congressman councilman father grandfather husband king lord man mr policeman"
    " prince salesman sir son spokesman uncle"
)
FEMALE = bag(
    "abigail ada agnes aisha alexandra alice alicia alison amanda amber amelia amy ana andrea angela"
    " anita ann anna anne annie audrey barbara beatrice bella beth betty beverly brenda camilla carmen"
    " carol caroline carolyn catherine cecilia charlotte cheryl chloe christina christine cindy claire"
    " clara claudia cynthia daisy dana deborah debra denise diana diane dianne donna doris dorothy edith"
    " eleanor elena elisabeth elise elizabeth ella ellen elsa emily emma erica esther eva evelyn fatima"
    " fiona florence frances gabriela gina gloria grace greta hannah harriet heather heidi helen hilary"
    " hillary holly ida ingrid irene iris isabel isabella jacqueline jane janet janice jasmine jean"
    " jeanne jennifer jenny jessica jill joan joanna joanne josephine joyce judith judy julia juliana"
    " julie karen karin kate katherine kathleen kathryn kathy katie kayla kelly kirsten kristen kristin"
    " laura lauren leila lena leslie lily linda lisa liz lola loretta lorraine louise lucia lucy lydia"
    " madeleine madison maggie marcia margaret maria marianne marie marilyn marina marjorie marta martha"
    " mary maryam maya megan melanie melinda melissa mia michelle mildred miriam molly monica nadia"
    " nancy naomi natalia natalie natasha nicole nina nora olga olivia pamela patricia paula pauline"
    " penelope peggy phyllis priscilla rachel rebecca regina renee rita roberta rosa rosemary ruth sally"
    " samantha sandra sara sarah sharon sheila shirley silvia simone sofia sonia sophia sophie stella"
    " stephanie susan susanna suzanne sylvia tamara tammy tanya teresa theresa tina valerie vanessa vera"
    " veronica victoria viola virginia vivian wendy yolanda yvette yvonne zoe"
)
MALE = bag(
    "aaron adam adrian ahmed alan albert alex alexander alfred ali allen andreas andrew anders angelo"
    " anthony antonio arnold arthur barack barry ben benjamin bernard bernie bill bob boris brad bradley"
    " brandon brendan brent brett brian bruce bryan calvin carl carlos cesar chad charles charlie chris"
    " christian christopher chuck clarence clark claude clifford clive colin craig curtis dale dan"
    " daniel darren dave david dean dennis derek diego dmitri dominic don donald douglas duncan dwight"
    " earl ed eddie edgar edmund eduardo edward edwin elijah eric erik ernest ethan eugene evan fernando"
    " francis francisco frank franklin fred frederick gareth gary gavin geoffrey george gerald gilbert"
    " glenn gordon graham greg gregory guy hans harold harry harvey hassan hector henrik henry herbert"
    " herman howard hubert hugh hugo hunter ian ibrahim igor isaac ivan jack jacob jake james jamie jan"
    " jared jason javier jay jeff jeffrey jeremy jerome jerrold jerry jim jimmy joe joel johan john"
    " johnny jon jonas jonathan jorge jose joseph josh joshua juan julian justin karl keith ken kenneth"
    " kevin kurt kyle larry lars lawrence lee leo leon leonard lewis liam lloyd louis lucas luis luke"
    " magnus manuel marco marcus mario mark marshall martin marvin mathew matt matthew maurice max"
    " melvin michael miguel mike mikhail mitch mohamed mohammed muhammad nathan neil nicholas nick"
    " nikolai noah norman oliver omar oscar patrick paul pedro per pete peter phil philip pierre rafael"
    " ralph ramon randy raymond reginald ricardo richard rick rob robert roberto rod roger roland ron"
    " ronald roy russell ryan sam samuel scott sean sebastian sergei seth shaun shawn sidney simon stan"
    " stanley stefan stephen steve steven stewart stuart ted terrence terry theodore thomas tim timothy"
    " toby todd tom tommy tony travis trevor tyler vernon victor vincent vladimir walter warren wayne"
    " wesley will william winston xavier zachary"
)
